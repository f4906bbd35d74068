import { Coins, Download } from 'lucide-react'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { SelectOption } from '@/components/ui/select'
import { paths } from '@/lib/paths'
import type { Spending, SpendingQuestion, SpentLine, UsageStanding } from '@/lib/schemas/spending'
import { FetchNow, type WantUsage } from './fetch-now'
import { SpendingFilters } from './spending-filters'
import { spendingQuery } from './spending-query'
import { SpentLines } from './spent-lines'
import { Standings } from './standings'
import { Sums } from './sums'

type Props = {
  question: SpendingQuestion
  spending: Spending
  lines: SpentLine[]
  standings: UsageStanding[]
  choices: {
    accounts: SelectOption[]
    people: SelectOption[]
    periods: readonly { label: string; from: string; to: string }[]
    hasBoth: boolean
  }
  wantUsage: WantUsage
}

/** What Vonage charged for reports and look-ups: sums first, then each charge. Its filters are in the URL. */
export function SpendingView({ question, spending, lines, standings, choices, wantUsage }: Props) {
  const { environment, ...asked } = question
  const isFiltered = Object.values(asked).some(Boolean)
  const exportHref = paths.api.spending + spendingQuery(question)
  return (
    <>
      <PageHeader
        title="Spending"
        badge={environment === 'sandbox' && <Badge tone="caution">Sandbox: made-up money</Badge>}
        actions={
          <>
            <a
              href={exportHref}
              download
              className={buttonClass('secondary', 'md', 'max-sm:hidden')}
            >
              <Download aria-hidden />
              Save as CSV
            </a>
            {standings.length > 0 && (
              <FetchNow
                environment={environment}
                accountId={question.account}
                isFetching={standings.some((standing) => standing.isFetching)}
                wantUsage={wantUsage}
              />
            )}
          </>
        }
      />
      <PageBody>
        <SpendingFilters key={spendingQuery(question)} filter={question} {...choices} />
        {spending.totals.length > 0 ? (
          <Sums spending={spending} />
        ) : (
          <EmptyState
            icon={<Coins />}
            title={isFiltered ? 'Nothing was charged' : 'No costs are known yet'}
            actions={
              isFiltered && (
                <ButtonLink href={paths.spending + spendingQuery({ environment })}>
                  Clear the filter
                </ButtonLink>
              )
            }
          >
            {isFiltered
              ? 'As far as it is known, Vonage charged nothing that this filter finds.'
              : 'Vonage bills each record of a report, and its usage, which is free, tells what it charged. It is fetched once a day for each account; “Fetch now” does it at once.'}
          </EmptyState>
        )}
        {lines.length > 0 && (
          <Section title="The newest charges">
            <SpentLines rows={lines} />
            <p className="text-ink-2 text-sm">
              <a href={exportHref} download className="underline underline-offset-2">
                All of them as CSV
              </a>
            </p>
          </Section>
        )}
        {standings.length > 0 && <Standings standings={standings} />}
      </PageBody>
    </>
  )
}
