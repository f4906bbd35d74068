'use client'

import { KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { paths } from '@/lib/paths'
import type { RecordPrice } from '@/lib/plan/cost-estimate'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { LookupView, StartLookupInput } from '@/lib/schemas/record-lookup'
import type { AccountView } from '@/lib/schemas/views'
import { LookupForm, type LookupRights } from './lookup-form'
import { LookupsTable } from './lookups-table'

type Props = {
  formId: string
  accounts: AccountView[]
  prices: RecordPrice[]
  rights: LookupRights
  lookups: LookupView[]
  /** Where the next page of them begins; null on the last one. */
  nextAfter: string | null
  isFirst: boolean
  onSubmit: (input: StartLookupInput) => Promise<ActionResult<{ id: string }>>
}

/** Find records at once, and what was found before. */
export function RecordsView({ lookups, nextAfter, isFirst, accounts, ...form }: Props) {
  const router = useRouter()
  return (
    <>
      <PageHeader title="Records" />
      <PageBody>
        {isFirst && (
          <Section title="Find records">
            {accounts.length > 0 ? (
              <LookupForm
                {...form}
                accounts={accounts}
                onStarted={(id) => router.push(paths.lookup(id))}
              />
            ) : (
              <EmptyState
                icon={<KeyRound />}
                title="No accounts yet"
                actions={<ButtonLink href={paths.accounts}>Go to Accounts</ButtonLink>}
              >
                Records are looked up at Vonage with an account’s key. Add an account, or the
                sandbox, first.
              </EmptyState>
            )}
          </Section>
        )}
        <Section title="Earlier look-ups">
          <LookupsTable lookups={lookups} />
          {(nextAfter || !isFirst) && (
            <nav aria-label="Pages" className="flex justify-end gap-2">
              {!isFirst && <ButtonLink href={paths.records}>Newest</ButtonLink>}
              {nextAfter && (
                <ButtonLink href={`${paths.records}?after=${nextAfter}`}>Older</ButtonLink>
              )}
            </nav>
          )}
        </Section>
      </PageBody>
    </>
  )
}
