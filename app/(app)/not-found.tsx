import { FileQuestionMark } from 'lucide-react'
import { PageHeader } from '@/components/shell/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'

export default function NotFoundPage() {
  return (
    <>
      <PageHeader title="Not found" back={{ href: paths.reports, label: 'Reports' }} />
      <EmptyState
        icon={<FileQuestionMark />}
        title="There is nothing at this address"
        actions={
          <ButtonLink href={paths.reports} variant="primary">
            Go to Reports
          </ButtonLink>
        }
      >
        The address may be mistyped. Reports themselves are never deleted from the history.
      </EmptyState>
    </>
  )
}
