import clsx from 'clsx'
import { CircleX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toneSoft, toneText } from '../ui/tone'

/** What is wrong with the whole product, in one sentence, with a way out. */
export function GlobalNotice({
  kind,
  action,
  children,
}: {
  kind: 'warning' | 'error'
  /** A link or button, the way out. */
  action?: ReactNode
  children: ReactNode
}) {
  const tone = kind === 'error' ? 'negative' : 'caution'
  const Icon = kind === 'error' ? CircleX : TriangleAlert
  return (
    <div
      role="status"
      className={clsx(
        'flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1.5 text-sm sm:px-6',
        toneSoft[tone],
      )}
    >
      <Icon aria-hidden className={clsx('size-4 shrink-0', toneText[tone])} />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  )
}
