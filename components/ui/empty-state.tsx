import type { ReactNode } from 'react'

/** Nothing here yet: what this place is for, and how to begin. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: ReactNode
  title: string
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-16 text-center">
      {icon && (
        <span className="mb-1 grid size-10 place-items-center rounded-lg border border-line bg-surface text-ink-2 shadow-control [&_svg]:size-5">
          {icon}
        </span>
      )}
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="text-ink-2">{children}</p>
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
