import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'

export default function NotFoundPage() {
  return (
    <main>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is no such page"
        actions={
          // No Link and no icon: every page, the one to sign in on too, would load them for this one.
          <a href={paths.reports} className={buttonClass('primary')}>
            Go to Reports
          </a>
        }
      >
        The address may be mistyped, or what it led to is not there any more.
      </EmptyState>
    </main>
  )
}
