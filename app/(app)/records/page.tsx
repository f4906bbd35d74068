import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RecordsView } from '@/components/records/records-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { listLookups } from '@/lib/data/lookups/list-lookups'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { listRecordPrices } from '@/lib/services/list-record-prices'
import { startLookup } from './actions'

export const metadata: Metadata = { title: 'Records' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RecordsPage({ searchParams }: Props) {
  const user = await requireUser(paths.records)
  if (!hasRight(user.role, 'reports.create')) notFound()
  const { after } = await searchParams
  const from = typeof after === 'string' ? after : ''
  const accounts = await listAccounts(user)
  const [page, prices] = await Promise.all([listLookups(user, from), listRecordPrices(accounts)])
  return (
    <RecordsView
      formId={randomUUID()}
      accounts={accounts}
      prices={prices}
      rights={{
        mayReadTexts: hasRight(user.role, 'texts.see'),
        mayPassBudget: hasRight(user.role, 'accounts.manage'),
      }}
      lookups={page.lookups}
      nextAfter={page.nextAfter}
      isFirst={from === ''}
      onSubmit={startLookup}
    />
  )
}
