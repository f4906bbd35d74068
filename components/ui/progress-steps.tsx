import clsx from 'clsx'
import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateTime } from '../format/date-time'

export type ProgressStep = {
  name: string
  status: 'done' | 'current' | 'failed' | 'upcoming'
  /** ISO 8601; when it was reached. */
  at?: string
}

const words = { done: 'done', current: 'in progress', failed: 'failed', upcoming: 'to come' }

/** asked ─ accepted ─ processing ─ success ─ archived. `children`: what is known of the rest. */
export function ProgressSteps({
  steps,
  label,
  children,
}: {
  steps: readonly ProgressStep[]
  label: string
  children?: ReactNode
}) {
  return (
    <div className="grid gap-3">
      <ol aria-label={label} className="flex flex-col sm:flex-row">
        {steps.map((step, index) => (
          <li
            key={step.name}
            aria-current={step.status === 'current' ? 'step' : undefined}
            className="relative flex min-w-0 gap-2.5 pb-4 last:flex-none last:pb-0 sm:flex-1 sm:flex-col sm:gap-2 sm:pb-0"
          >
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  'absolute top-5 bottom-0.5 left-[9.5px] w-px sm:top-[9.5px] sm:right-1.5 sm:bottom-auto sm:left-[26px] sm:h-px sm:w-auto',
                  step.status === 'done' ? 'bg-positive' : 'bg-line-strong',
                )}
              />
            )}
            <StepMark status={step.status} />
            <div className="grid sm:pr-4">
              <span
                className={clsx(
                  'text-sm',
                  step.status === 'upcoming' ? 'text-ink-2' : 'font-medium',
                  step.status === 'failed' && 'text-negative',
                )}
              >
                {step.name}
                <span className="sr-only">, {words[step.status]}</span>
              </span>
              <span className="min-h-4 text-ink-2 text-xs">
                {step.at && <DateTime value={step.at} form="time" />}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {children && <p className="text-ink-2 text-sm">{children}</p>}
    </div>
  )
}

function StepMark({ status }: { status: ProgressStep['status'] }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'grid size-5 shrink-0 place-items-center rounded-full border-2 [&_svg]:size-3',
        status === 'done' && 'border-positive bg-positive text-surface',
        status === 'current' && 'border-progress text-progress',
        status === 'failed' && 'border-negative bg-negative text-surface',
        status === 'upcoming' && 'border-line-strong',
      )}
    >
      {status === 'done' && <Check strokeWidth={3} />}
      {status === 'failed' && <X strokeWidth={3} />}
      {status === 'current' && <span className="size-2 animate-breathe rounded-full bg-current" />}
    </span>
  )
}
