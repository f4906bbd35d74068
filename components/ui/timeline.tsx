import clsx from 'clsx'
import type { ReactNode } from 'react'
import { DateTime } from '../format/date-time'
import { type Tone, toneText } from './tone'

export type TimelineEvent = {
  id: string
  /** ISO 8601 */
  at: string
  title: string
  /** Who or what caused it: "Ana", "the worker", "Vonage's callback". */
  actor?: string
  tone?: Tone
  detail?: ReactNode
}

/** What happened, line by line. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol aria-label={label}>
      {events.map((event) => (
        <li key={event.id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute top-4 bottom-0 left-[3.5px] w-px bg-line-strong group-last:hidden"
          />
          <span
            aria-hidden
            className={clsx(
              'relative mt-1.5 size-2 shrink-0 rounded-full bg-current',
              toneText[event.tone ?? 'neutral'],
            )}
          />
          <div className="grid min-w-0 flex-1 gap-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p>
                <span className="font-medium">{event.title}</span>
                {event.actor && <span className="text-ink-2"> · {event.actor}</span>}
              </p>
              <span className="text-ink-2 text-xs">
                <DateTime value={event.at} form="exact" />
              </span>
            </div>
            {event.detail && <div className="text-ink-2 text-sm">{event.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
