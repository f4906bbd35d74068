import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SpendingView } from '@/components/spending/spending-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { getSpending } from '@/lib/data/usage/get-spending'
import { listSpentLines } from '@/lib/data/usage/list-spent-lines'
import { listUsageStandings } from '@/lib/data/usage/list-usage-standings'
import { listPeople } from '@/lib/data/users/list-people'
import { spendingPeriods } from '@/lib/format/spending-periods'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { decideEnvironment, spendingFilterSchema } from '@/lib/schemas/spending'
import { wantUsage } from './actions'

export const metadata: Metadata = { title: 'Spending' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Of the charges, one by one. */
const shownLines = 50

export default async function SpendingPage({ searchParams }: Props) {
  const user = await requireUser(paths.spending)
  if (!hasRight(user.role, 'spending.see')) notFound()
  const filter = spendingFilterSchema.parse(await searchParams)
  const accounts = await listAccounts(user)
  const question = decideEnvironment(filter, accounts)
  const { environment } = question
  const [spending, lines, standings, people] = await Promise.all([
    getSpending(user, question),
    listSpentLines(user, question, shownLines),
    listUsageStandings(user, environment),
    listPeople(user),
  ])
  return (
    <SpendingView
      question={question}
      spending={spending}
      lines={lines}
      standings={standings.filter(
        ({ accountId }) => !question.account || accountId === question.account,
      )}
      choices={{
        accounts: accounts
          .filter((account) => account.environment === environment)
          .map(({ id, label }) => ({ value: id, label })),
        people: people.map(({ id, name }) => ({ value: id, label: name })),
        periods: spendingPeriods(new Date().toISOString().slice(0, 10)),
        hasBoth: new Set(accounts.map((account) => account.environment)).size > 1,
      }}
      wantUsage={wantUsage}
    />
  )
}
