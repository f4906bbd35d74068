import type { ReactNode } from 'react'

/** Running text: lines short enough to read. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="grid max-w-[44rem] gap-3 leading-6">{children}</div>
}
