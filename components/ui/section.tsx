import { type ReactNode, type Ref, useId } from 'react'

/** A titled part of a page: a line, not a box. */
export function Section({
  title,
  action,
  heading,
  children,
}: {
  title: string
  action?: ReactNode
  /** The title, which can then be given the focus. */
  heading?: Ref<HTMLHeadingElement>
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid min-w-0 content-start gap-3">
      <div className="flex min-h-8 items-center justify-between gap-3 border-line border-b pb-1.5">
        <h2 ref={heading} id={id} tabIndex={heading ? -1 : undefined} className="font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
