import { FileQuestionMark } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'

export default function NotFoundPage() {
  return (
    <main>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<FileQuestionMark />}
        title="There is no such page"
        actions={
          <ButtonLink href={paths.reports} variant="primary">
            Go to Reports
          </ButtonLink>
        }
      >
        The address may be mistyped, or what it led to is not there any more.
      </EmptyState>
    </main>
  )
}
