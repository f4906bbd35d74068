import type { Prisma } from '@/lib/db/generated/client'
import type { AccountView, Problem } from '@/lib/schemas/views'

export const accountViewSelect = {
  id: true,
  label: true,
  environment: true,
  apiKey: true,
  secretTail: true,
  refusedAt: true,
  refusal: true,
  checkedAt: true,
  lastUsedAt: true,
  createdAt: true,
} satisfies Prisma.AccountSelect

type Row = Prisma.AccountGetPayload<{ select: typeof accountViewSelect }>

export function toAccountView(row: Row): AccountView {
  return {
    ...row,
    refusedAt: row.refusedAt?.toISOString() ?? null,
    refusal: row.refusal as Problem | null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
