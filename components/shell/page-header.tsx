import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { PageLink } from '@/components/ui/page-link'

/** The top line: where one is, and the page's actions, the primary one last. It stays while scrolling. */
export function PageHeader({
  title,
  back,
  badge,
  actions,
}: {
  title: string
  /** The page above. */
  back?: { href: string; label: string }
  badge?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="sticky top-0 z-20 flex h-14 items-center gap-3 border-line border-b bg-surface px-4 sm:px-6">
      {back && (
        <PageLink
          href={back.href}
          className="-ml-1.5 flex items-center gap-0.5 rounded-md px-1 py-1 text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{back.label}</span>
        </PageLink>
      )}
      <h1 className="min-w-0 font-semibold text-xl tracking-tight max-sm:line-clamp-2 max-sm:text-base max-sm:leading-tight sm:truncate">
        {title}
      </h1>
      {/* On a phone its room is the title’s; the page itself says it, too. */}
      {badge && <span className="flex shrink-0 max-sm:hidden">{badge}</span>}
      {actions && (
        <div data-page-actions className="ml-auto flex shrink-0 items-center gap-2">
          {actions}
        </div>
      )}
    </div>
  )
}
