'use client'

import { useState } from 'react'
import { Count } from '@/components/format/count'
import { FileSize } from '@/components/format/file-size'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/section'
import type { AccountStorage, StoredReport } from '@/lib/schemas/storage'
import { AccountStorageTable } from './account-storage-table'
import { RetentionDialog } from './retention-dialog'
import type { StorageActions } from './storage-actions'
import { StoredReports } from './stored-reports'

/** What is kept, how old and how large it is, and what goes next. */
export function StorageView({
  accounts,
  next,
  held,
  canChange,
  actions,
}: {
  accounts: AccountStorage[]
  next: StoredReport[]
  held: StoredReport[]
  canChange: boolean
  actions: StorageActions
}) {
  const [changing, setChanging] = useState<AccountStorage | null>(null)
  const sum = (of: 'files' | 'bytes' | 'rows') =>
    accounts.reduce((total, account) => total + account[of], 0)
  const holdReport = canChange ? actions.holdReport : null
  return (
    <>
      <PageHeader title="Storage" />
      <PageBody>
        <div className="grid gap-1">
          <p className="font-semibold text-xl">
            <FileSize bytes={sum('bytes')} />
          </p>
          <p className="text-ink-2 text-sm">
            <Count value={sum('files')} /> {sum('files') === 1 ? 'file' : 'files'} with{' '}
            <Count value={sum('rows')} /> rows. Vonage deletes its own after 72 hours: these are the
            only ones.
          </p>
        </div>
        <Section title="By account">
          <AccountStorageTable accounts={accounts} onChange={canChange ? setChanging : null} />
        </Section>
        <StoredReports
          title="Goes next"
          reports={next}
          empty="Nothing goes by itself: every account keeps its files for ever, or what it has is on hold."
          holdReport={holdReport}
        />
        <StoredReports
          title="On hold"
          reports={held}
          empty="No report is on hold. A hold keeps a report’s files from being deleted, by anybody and by time."
          holdReport={holdReport}
        />
        {changing && (
          <RetentionDialog
            account={changing}
            onClose={() => setChanging(null)}
            setRetention={actions.setRetention}
          />
        )}
      </PageBody>
    </>
  )
}
