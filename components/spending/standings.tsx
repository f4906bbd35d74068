'use client'

import { DateTime } from '@/components/format/date-time'
import { RelativeTime } from '@/components/format/relative-time'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { Spinner } from '@/components/ui/spinner'
import type { UsageStanding } from '@/lib/schemas/spending'

/** How far the usage of each account is known: sums are right only as far as that. */
export function Standings({ standings }: { standings: UsageStanding[] }) {
  return (
    <Section title="What is known">
      {standings
        .filter(({ problem }) => problem)
        .map(({ accountId, label, problem }) => (
          <Callout key={accountId} kind="warning" title={`${label}: ${problem?.title}`}>
            {problem?.meaning} {problem?.nextStep}
          </Callout>
        ))}
      <ul className="grid gap-1.5">
        {standings.map((standing) => (
          <li key={standing.accountId} className="flex flex-wrap items-baseline gap-x-2">
            <span className="wrap-anywhere font-medium">{standing.label}</span>
            <Known standing={standing} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Known({ standing: { from, to, isFetching, ownOnly } }: { standing: UsageStanding }) {
  return (
    <span className="text-ink-2">
      {from && to ? (
        <>
          <DateTime value={from} form="date" /> to <DateTime value={to} />, fetched{' '}
          <RelativeTime value={to} />
        </>
      ) : (
        'not fetched yet'
      )}
      {ownOnly && ', without its sub-accounts: Vonage refused them to this key'}
      {isFetching && (
        <span role="status" className="ml-2 inline-flex items-center gap-1.5">
          <Spinner />
          Vonage is being asked
        </span>
      )}
    </span>
  )
}
