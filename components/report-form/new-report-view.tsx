'use client'

import { KeyRound } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useFormat } from '@/components/format/format-context'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import type { AccountView } from '@/lib/schemas/views'
import { makeDefaultValues } from './default-values'
import { openFormId } from './form-id'
import { readFormQuery } from './form-query'
import type { ReportFormValues } from './form-values'
import { ReportForm } from './report-form'
import type { AskPreview } from './use-preview'
import type { AskSubaccounts } from './use-subaccounts'

/** The page of a new report: the form, or why there can be none yet. */
export function NewReportView({
  formId,
  accounts,
  source,
  canCreate,
  canManageAccounts,
  onSubmit,
  onPreview,
  askSubaccounts,
}: {
  formId: string
  accounts: AccountView[]
  /** What a report to copy was asked with. */
  source: ReportFormValues | null
  canCreate: boolean
  canManageAccounts: boolean
  onSubmit: (input: CreateReportInput) => Promise<ActionResult<{ id: string }>>
  onPreview: AskPreview
  askSubaccounts: AskSubaccounts
}) {
  const router = useRouter()
  const { timeZone } = useFormat()
  const query = useSearchParams()
  const [{ defaultValues, notes, copied, zoneIsGiven }] = useState(() => {
    const { duplicate, ...link } = listParameters(query)
    const { values, notes } = readFormQuery(link, accounts)
    // Once its address says all of it, a copy is a form like any other.
    const copied = duplicate === undefined ? null : source
    return {
      defaultValues: makeDefaultValues({
        formId: openFormId(formId),
        accounts,
        timeZone,
        source: copied,
        link: values,
      }),
      notes,
      copied,
      zoneIsGiven: copied !== null || values.timeZone !== undefined,
    }
  })

  return (
    <>
      <PageHeader title="New report" back={{ href: paths.reports, label: 'Reports' }} />
      <PageBody>
        {!canCreate ? (
          <EmptyState title="You can look, but not ask">
            Reports cost money at Vonage, so creating them needs the role of an analyst or admin. An
            admin can give it to you.
          </EmptyState>
        ) : accounts.length === 0 ? (
          <EmptyState
            icon={<KeyRound />}
            title="First, an account"
            actions={
              <ButtonLink href={paths.accounts} variant="primary">
                Go to Accounts
              </ButtonLink>
            }
          >
            {canManageAccounts
              ? 'A report is asked for with a Vonage account’s key. Connect one, or add the sandbox to try it all without a bill.'
              : 'A report is asked for with a Vonage account’s key. None is connected yet: ask an admin of this dashboard.'}
          </EmptyState>
        ) : (
          <ReportForm
            accounts={accounts}
            defaultValues={defaultValues}
            isCopy={copied !== null}
            zoneIsGiven={zoneIsGiven}
            mayPassBudget={canManageAccounts}
            onSubmit={onSubmit}
            onPreview={onPreview}
            askSubaccounts={askSubaccounts}
            onCancel={() => router.push(paths.reports)}
            onCreated={(id) => router.push(paths.report(id))}
          >
            {copied && (
              <Callout title="A copy of an earlier report">
                Nothing is asked before you create it. What is paid for and here already is used,
                unless you say otherwise.
              </Callout>
            )}
            {notes.length > 0 && (
              <Callout kind="warning" title="Not all of the link was used">
                {notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </Callout>
            )}
          </ReportForm>
        )}
      </PageBody>
    </>
  )
}

/** Each parameter once; one that comes several times with all of its values. */
function listParameters(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key)
      return [key, values.length === 1 ? String(values[0]) : values]
    }),
  )
}
