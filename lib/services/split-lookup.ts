import { authorize } from '@/lib/data/authorize'
import { lockLookup } from '@/lib/data/lookups/lock-lookup'
import { transact } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import { splitHours } from '@/lib/plan/plan-lookup'
import type { UserActor } from '@/lib/schemas/actor'
import { mostSteps } from '@/lib/schemas/record-lookup'

/**
 * Cuts the range that Vonage refused into steps of 24 hours. Asks for nothing by itself.
 * @throws AppError `forbidden`, `not-found`; `conflict` where there is nothing to split
 */
export async function splitLookup(
  actor: UserActor,
  { lookupId }: { lookupId: string },
): Promise<void> {
  authorize(actor, 'reports.create')
  await transact(async (tx) => {
    const { next, parameters, state } = await lockLookup(tx, lookupId)
    const step = next && parameters.steps[next.step]
    if (!step || !('dateStart' in step) || next.href !== null || state !== 'failed')
      throw new AppError('conflict', 'There is no refused range to split.')
    const steps = parameters.steps.toSpliced(next.step, 1, ...splitHours(step))
    if (steps.length > mostSteps)
      throw new AppError(
        'conflict',
        `That would be more than ${mostSteps} steps. Ask for a report of these days instead.`,
      )
    await tx.recordLookup.update({
      where: { id: lookupId },
      data: {
        parameters: { ...parameters, steps },
        state: 'partial',
        problem: Prisma.DbNull,
      },
      select: { id: true },
    })
  })
}
