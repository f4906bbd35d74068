import { FileSearch, FileText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'

/** No rows: because nothing matches, because nothing was asked yet, or because there is no account yet. */
export function ReportsEmpty({
  isFiltered,
  hasAccounts,
  canCreate,
  canManageAccounts,
  onClear,
}: {
  isFiltered: boolean
  hasAccounts: boolean
  canCreate: boolean
  canManageAccounts: boolean
  onClear: () => void
}) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<FileSearch />}
        title="Nothing matches"
        actions={<Button onClick={onClear}>Clear filters</Button>}
      >
        No report fits what is searched for and filtered by; all are still here. The search looks at
        titles, people, account IDs and Vonage’s request ids.
      </EmptyState>
    )
  }
  const isReady = hasAccounts && canCreate
  return (
    <EmptyState
      icon={<FileText />}
      title="No reports yet"
      actions={
        isReady ? (
          <ButtonLink href={paths.newReport} variant="primary">
            New report
          </ButtonLink>
        ) : (
          !hasAccounts &&
          canManageAccounts && (
            <>
              <ButtonLink href={paths.accounts}>Use the sandbox</ButtonLink>
              <ButtonLink href={paths.accounts} variant="primary">
                Connect an account
              </ButtonLink>
            </>
          )
        )
      }
    >
      A report holds the records of your messages, calls or verifications in a range of days, as a
      file. Vonage makes it and keeps it for 72 hours; here it is followed, fetched and kept.
    </EmptyState>
  )
}
