import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { planRequests } from '@/lib/plan/plan-requests'
import type { PlannedRequest } from '@/lib/plan/planned-request'
import type { CreateReportInput } from '@/lib/schemas/create-report'

/** The requests of a form that can be sent. @throws AppError `invalid` when there is none, or the form can't be planned */
export async function planValid(
  tx: Tx,
  input: CreateReportInput,
  now: Date,
): Promise<PlannedRequest[]> {
  const found = await tx.account.findMany({
    where: { id: { in: input.accounts.map(({ accountId }) => accountId) }, removedAt: null },
    select: { id: true, label: true, environment: true, apiKey: true, refusedAt: true },
  })
  const accounts = found.map((account) => ({
    ...account,
    refusedAt: account.refusedAt?.toISOString() ?? null,
  }))
  const { requests, fieldErrors } = planRequests(input, { accounts, now })
  const faults = Object.entries(fieldErrors)
  if (faults.length > 0)
    throw new AppError('invalid', faults[0]?.[1] ?? 'Some fields need another look.', {
      fieldErrors: Object.fromEntries(faults.map(([field, message]) => [field, [message]])),
    })
  return requests.filter(({ problem }) => problem === null)
}
