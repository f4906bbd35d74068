import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LookupView } from '@/components/records/lookup-view'
import { requireUser } from '@/lib/auth/current-user'
import { getLookup } from '@/lib/data/lookups/get-lookup'
import { listLookupRows } from '@/lib/data/lookups/list-lookup-rows'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { listRecordPrices } from '@/lib/services/list-record-prices'
import { fetchLookupPage, splitLookup } from '../actions'

export const metadata: Metadata = { title: 'Records' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Rows on a page of ours; a page of Vonage's has up to ten times as many. */
const pageSize = 100

export default async function LookupPage({ params, searchParams }: Props) {
  const { id } = await params
  const user = await requireUser(paths.lookup(id))
  if (!hasRight(user.role, 'reports.create')) notFound()
  const lookup = await getLookup(user, id)
  if (!lookup) notFound()
  const { page } = await searchParams
  const last = Math.max(1, Math.ceil(lookup.rows / pageSize))
  const shown = Math.min(last, Math.max(1, Math.floor(Number(page)) || 1))
  const [rows, prices] = await Promise.all([
    listLookupRows(user, lookup, { from: (shown - 1) * pageSize, size: pageSize }),
    listRecordPrices([lookup.account]),
  ])
  return (
    <LookupView
      lookup={lookup}
      rows={rows}
      pageSize={pageSize}
      price={prices.find(({ product }) => product === lookup.product)}
      mayPassBudget={hasRight(user.role, 'accounts.manage')}
      fetchPage={fetchLookupPage}
      splitLookup={splitLookup}
    />
  )
}
