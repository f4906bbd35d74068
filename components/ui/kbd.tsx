import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children, inverted = false }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd
      className={clsx(
        'inline-grid h-5 min-w-5 place-items-center rounded-sm border px-1 font-mono text-xs',
        inverted ? 'border-canvas/30 text-canvas' : 'border-line-strong bg-sunken text-ink-2',
      )}
    >
      {children}
    </kbd>
  )
}
