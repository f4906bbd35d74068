import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import type { LookupNext, LookupParameters } from '@/lib/schemas/record-lookup'

const locked = {
  id: true,
  targetAccountId: true,
  product: true,
  direction: true,
  parameters: true,
  state: true,
  next: true,
  askedAt: true,
  columns: true,
  _count: { select: { pages: true } },
  account: {
    select: { id: true, label: true, environment: true, apiKey: true, removedAt: true },
  },
} satisfies Prisma.RecordLookupSelect

type Row = Prisma.RecordLookupGetPayload<{ select: typeof locked }>

export type LockedLookup = Omit<Row, 'parameters' | 'next' | '_count'> & {
  parameters: LookupParameters
  next: LookupNext | null
  pages: number
}

/** A look-up that nobody else changes until the transaction ends. @throws AppError `not-found` */
export async function lockLookup(tx: Tx, id: string): Promise<LockedLookup> {
  await tx.$queryRaw`SELECT 1 FROM "RecordLookup" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await tx.recordLookup.findUnique({ where: { id }, select: locked })
  if (!row) throw new AppError('not-found', 'There is no such look-up.')
  const { parameters, next, _count, ...rest } = row
  return {
    ...rest,
    parameters: parameters as unknown as LookupParameters,
    next: next as unknown as LookupNext | null,
    pages: _count.pages,
  }
}
