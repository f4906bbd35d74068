'use client'

import { KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { presetAccount } from '@/components/report-form/default-values'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { paths } from '@/lib/paths'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { AdoptReportInput, ElsewhereList, ListElsewhereInput } from '@/lib/schemas/elsewhere'
import type { AccountView } from '@/lib/schemas/views'
import { AdoptForm } from './adopt-form'
import { LookForMore } from './look-for-more'

export type AdoptReport = (
  input: AdoptReportInput,
) => Promise<ActionResult<{ reportId: string; isNew: boolean }>>
export type AskElsewhere = (input: ListElsewhereInput) => Promise<ActionResult<ElsewhereList>>

/** Reports that a script, or somebody else, asked Vonage for: taken over by their id, or looked for. */
export function ElsewhereView({
  accounts,
  given,
  adoptReport,
  listElsewhere,
}: {
  accounts: AccountView[]
  /** What a link filled in. */
  given: { accountId: string; requestId: string }
  adoptReport: AdoptReport
  listElsewhere: AskElsewhere
}) {
  const router = useRouter()
  const isGiven = accounts.some(({ id }) => id === given.accountId)
  const [accountId, setAccountId] = useState(
    isGiven ? given.accountId : (presetAccount(accounts)?.id ?? accounts[0]?.id ?? ''),
  )
  const account = accounts.find(({ id }) => id === accountId)
  const goTo = (reportId: string) => router.push(paths.report(reportId))
  return (
    <>
      <PageHeader title="Made elsewhere" back={{ href: paths.reports, label: 'Reports' }} />
      <PageBody>
        {account ? (
          <>
            <div className="grid max-w-[40rem] gap-4">
              <p className="text-ink-2">
                A report that a script or another tool asked Vonage for is followed and archived
                here as if it was made here, as long as Vonage has it: 4 days, its file for 72
                hours. Taking it over costs nothing.
              </p>
              <Field label="Account" hint="Whose key made the report, or may see it.">
                <Select
                  value={accountId}
                  onChange={({ target }) => setAccountId(target.value)}
                  options={accounts.map(({ id, label }) => ({ value: id, label }))}
                />
              </Field>
            </div>
            <Section title="By its ID">
              <AdoptForm
                accountId={accountId}
                requestId={given.requestId}
                adoptReport={adoptReport}
                onAdopted={goTo}
              />
            </Section>
            <LookForMore
              key={accountId}
              account={account}
              listElsewhere={listElsewhere}
              adoptReport={adoptReport}
              onAdopted={goTo}
            />
          </>
        ) : (
          <EmptyState
            icon={<KeyRound />}
            title="No accounts yet"
            actions={<ButtonLink href={paths.accounts}>Go to Accounts</ButtonLink>}
          >
            Vonage is asked about a report with the key of an account. Add one first.
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
