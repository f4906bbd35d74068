import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { LookupNext } from '@/lib/schemas/record-lookup'
import type { Problem } from '@/lib/schemas/views'

type Page = {
  number: number
  step: number
  records: Record<string, unknown>[]
  requestId: string | null
  receivedAt: string | null
  /** Decimal text. */
  price: string | null
  currency: string
}

type After = {
  next: LookupNext | null
  columns: string[]
  missingIds: string[]
  problem: Problem | null
  at: Date
}

/** Keeps a page that was paid for, and where the next one is. */
export async function savePage(
  tx: Tx,
  lookupId: string,
  page: Page,
  { next, columns, missingIds, problem, at }: After,
): Promise<void> {
  await tx.recordPage.create({
    data: { lookupId, ...page, records: page.records as Prisma.InputJsonValue[] },
    select: { number: true },
  })
  await tx.recordLookup.update({
    where: { id: lookupId },
    data: {
      rows: { increment: page.records.length },
      columns,
      missingIds: { push: missingIds },
      next: next ?? Prisma.DbNull,
      state: next ? 'partial' : 'done',
      problem: problem ?? Prisma.DbNull,
      askedAt: null,
      endedAt: next ? null : at,
    },
    select: { id: true },
  })
}
