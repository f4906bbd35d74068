import { authorize } from '@/lib/data/authorize'
import { createLookup } from '@/lib/data/lookups/create-lookup'
import { appNow, getDb, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { planLookup } from '@/lib/plan/plan-lookup'
import type { UserActor } from '@/lib/schemas/actor'
import type { StartLookupInput } from '@/lib/schemas/record-lookup'
import { fetchLookupPage } from './fetch-lookup-page'

/**
 * Keeps a look-up and asks for its first page. One form makes one look-up, however often it is sent.
 * @throws AppError `forbidden`; `invalid` with what is wrong in which field; `conflict` at a hard stop: nothing is kept then
 */
export async function startLookup(
  actor: UserActor,
  input: StartLookupInput,
): Promise<{ id: string }> {
  authorize(actor, 'reports.create')
  if (input.filters.include_message) authorize(actor, 'texts.see')
  const account = await getDb().account.findFirst({
    where: { id: input.accountId, removedAt: null },
    select: { id: true },
  })
  if (!account)
    throw new AppError('invalid', 'This account is not there any more. Choose another.', {
      fieldErrors: { accountId: ['This account is not there any more. Choose another.'] },
    })
  const now = await appNow()
  const { steps, filters, fieldErrors } = planLookup(input, now)
  const faults = Object.entries(fieldErrors)
  if (faults.length > 0)
    throw new AppError('invalid', faults[0]?.[1] ?? 'Some fields need another look.', {
      fieldErrors: Object.fromEntries(faults.map(([field, message]) => [field, [message]])),
    })
  const { id, isNew } = await transact((tx) =>
    createLookup(tx, {
      formId: input.formId,
      createdById: actor.id,
      accountId: account.id,
      targetAccountId: input.targetAccountId,
      product: input.product,
      direction: input.direction,
      parameters: { by: input.by, timeZone: input.timeZone, filters, steps },
      createdAt: now,
    }),
  )
  if (isNew)
    await fetchLookupPage(actor, {
      lookupId: id,
      number: 1,
      again: false,
      passBudget: input.passBudget,
    }).catch(async (error) => {
      // Held before it was asked: the form says why, and may be sent again.
      if (error instanceof AppError)
        await getDb().recordLookup.deleteMany({ where: { id, pages: { none: {} }, askedAt: null } })
      throw error
    })
  return { id }
}
