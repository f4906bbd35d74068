import clsx from 'clsx'
import type { ReactNode } from 'react'

/** What stands under the top line. `form`: one column of 640 px; `wide`: all there is. */
export function PageBody({
  width = 'wide',
  children,
}: {
  width?: 'wide' | 'form'
  children: ReactNode
}) {
  return (
    <div
      className={clsx(
        'grid content-start gap-8 px-4 py-6 sm:px-6 [&>*]:min-w-0',
        width === 'form' && 'max-w-[43rem]',
      )}
    >
      {children}
    </div>
  )
}
