import type { Tx } from '@/lib/db/client'
import type { LookupParameters } from '@/lib/schemas/record-lookup'

type NewLookup = {
  formId: string
  createdById: string
  accountId: string
  targetAccountId: string
  product: string
  direction: string | null
  parameters: LookupParameters
  createdAt: Date
}

/**
 * Keeps a look-up of which nothing was asked yet. A form that was sent before has its look-up already.
 * @returns its id, and whether it is new
 */
export async function createLookup(
  tx: Tx,
  lookup: NewLookup,
): Promise<{ id: string; isNew: boolean }> {
  const { count } = await tx.recordLookup.createMany({
    data: { ...lookup, state: 'partial', next: { step: 0, href: null } },
    skipDuplicates: true,
  })
  const row = await tx.recordLookup.findUniqueOrThrow({
    where: { formId: lookup.formId },
    select: { id: true },
  })
  return { id: row.id, isNew: count === 1 }
}
