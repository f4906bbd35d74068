'use client'

import { Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { buttonClass } from '@/components/ui/button-class'
import { Section } from '@/components/ui/section'
import { paths } from '@/lib/paths'
import type { RecordPrice } from '@/lib/plan/cost-estimate'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { LookupView as Lookup, LookupRows } from '@/lib/schemas/record-lookup'
import { CopyRows } from './copy-rows'
import { describeLookup } from './describe-lookup'
import { LookupFacts } from './lookup-facts'
import { LookupNext } from './lookup-next'
import { LookupProblem } from './lookup-problem'
import { MissingIds } from './missing-ids'
import { RecordPaging } from './record-paging'
import { RecordTable } from './record-table'
import type { FetchPage } from './use-fetch-pages'

const lookEveryMs = 2_000

type Props = {
  lookup: Lookup
  rows: LookupRows
  pageSize: number
  price: RecordPrice | undefined
  mayPassBudget: boolean
  fetchPage: FetchPage
  splitLookup: (input: { lookupId: string }) => Promise<ActionResult<unknown>>
}

/** What a look-up found, how it went, and how to get further. */
export function LookupView({ lookup, rows, pageSize, splitLookup, ...next }: Props) {
  const router = useRouter()
  const isFetching = lookup.state === 'fetching'
  useEffect(() => {
    if (!isFetching) return
    const timer = setInterval(() => router.refresh(), lookEveryMs)
    return () => clearInterval(timer)
  }, [isFetching, router])

  return (
    <>
      <PageHeader
        title={describeLookup(lookup)}
        back={{ href: paths.records, label: 'Records' }}
        actions={
          lookup.rows > 0 && (
            <a href={paths.api.lookup(lookup.id)} download className={buttonClass('primary')}>
              <Download aria-hidden />
              Save as CSV
            </a>
          )
        }
      />
      <PageBody>
        <LookupProblem lookup={lookup} splitLookup={splitLookup} />
        {isFetching && <p role="status">Vonage is being asked.</p>}
        {lookup.missingIds.length > 0 && <MissingIds ids={lookup.missingIds} />}
        <Section
          title={`Found: ${lookup.rows.toLocaleString('en')}`}
          action={rows.rows.length > 0 && <CopyRows rows={rows} />}
        >
          {rows.hidden.length > 0 && (
            <p className="text-ink-2">
              Without {rows.hidden.join(', ')}: your role does not let you read message texts.
            </p>
          )}
          {rows.rows.length > 0 ? (
            <RecordTable rows={rows} />
          ) : (
            <p className="text-ink-2">
              {lookup.pages > 0
                ? 'Vonage found no records for this question, and billed none.'
                : 'Nothing has come yet.'}
            </p>
          )}
          <RecordPaging lookup={lookup} from={rows.from} pageSize={pageSize} />
        </Section>
        {lookup.next && !isFetching && !lookup.canSplit && (
          <Section title="Further">
            <LookupNext lookup={lookup} {...next} />
          </Section>
        )}
        <Section title="Asked">
          <LookupFacts lookup={lookup} />
        </Section>
      </PageBody>
    </>
  )
}
