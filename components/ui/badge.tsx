import clsx from 'clsx'
import type { ReactNode } from 'react'
import { type Tone, toneSoft, toneText } from './tone'

/** A small word that sorts a thing: Sandbox, Admin, Live. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center whitespace-nowrap rounded-sm px-1.5 font-medium text-xs forced-colors:border',
        toneSoft[tone],
        toneText[tone],
      )}
    >
      {children}
    </span>
  )
}
