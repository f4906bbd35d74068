import clsx from 'clsx'
import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toneSoft, toneText } from './tone'

export type CalloutKind = 'info' | 'warning' | 'error'

const looks: Record<CalloutKind, { icon: LucideIcon; tone: 'progress' | 'caution' | 'negative' }> =
  {
    info: { icon: Info, tone: 'progress' },
    warning: { icon: TriangleAlert, tone: 'caution' },
    error: { icon: CircleX, tone: 'negative' },
  }

/**
 * What a person should know here: what happened, what it means, the way out. `live` announces it
 * when it appears after an action.
 */
export function Callout({
  kind = 'info',
  title,
  action,
  live = false,
  children,
}: {
  kind?: CalloutKind
  title: string
  action?: ReactNode
  live?: boolean
  children?: ReactNode
}) {
  const { icon: Icon, tone } = looks[kind]
  return (
    <div
      role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-3.5 py-3 forced-colors:border',
        toneSoft[tone],
      )}
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="grid min-w-48 flex-1 gap-0.5">
        <p className="font-medium">{title}</p>
        {children && <div className="text-ink-2 text-sm">{children}</div>}
      </div>
      {action && <div className="flex gap-2">{action}</div>}
    </div>
  )
}
