import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A thing truly apart from what is around it. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={clsx('rounded-lg border border-line bg-surface p-4 shadow-control', className)}>
      {children}
    </div>
  )
}
