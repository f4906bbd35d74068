import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'

const selectedSelect = {
  id: true,
  title: true,
  requests: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      replacedById: true,
      state: true,
      cancelRequestedAt: true,
      accountId: true,
      targetAccountId: true,
      product: true,
      direction: true,
      dateStart: true,
      dateEnd: true,
      includeSubaccounts: true,
      filters: true,
      fileDeadline: true,
      account: { select: { removedAt: true, environment: true } },
      archive: { select: { rows: true, bytes: true, deletedAt: true } },
    },
  },
  keptParts: {
    select: {
      source: {
        select: {
          product: true,
          archive: { select: { rows: true, bytes: true, deletedAt: true } },
        },
      },
    },
  },
} satisfies Prisma.ReportSelect

type Selected = Prisma.ReportGetPayload<{ select: typeof selectedSelect }>
export type SelectedRequest = Selected['requests'][number] & {
  product: ProductCode
  direction: Direction | null
}
export type SelectedRow = Omit<Selected, 'requests'> & {
  requests: SelectedRequest[]
  /** Those that another one was sent in place of: only their files count. */
  replaced: SelectedRequest[]
}

/**
 * The chosen reports with what a deed on them depends on, in the order that they were chosen in. Everyone sees all
 * reports of the instance; the deeds ask for their rights themselves.
 * @throws AppError `not-found` when one of them does not exist
 */
export async function listSelected(reportIds: readonly string[]): Promise<SelectedRow[]> {
  const found = await getDb().report.findMany({
    where: { id: { in: [...reportIds] } },
    select: selectedSelect,
  })
  const byId = new Map(found.map((report) => [report.id, splitReplaced(report)]))
  return reportIds.map((id) => {
    const report = byId.get(id)
    if (!report) throw new AppError('not-found', 'One of these reports does not exist.')
    return report
  })
}

function splitReplaced({ requests, ...report }: Selected): SelectedRow {
  const isReplaced = (request: SelectedRequest) => request.replacedById !== null
  const all = requests as SelectedRequest[]
  return {
    ...report,
    requests: all.filter((request) => !isReplaced(request)),
    replaced: all.filter(isReplaced),
  }
}
