import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { isProductCode } from '@/lib/catalogue/products'
import { canBeAskedForRest, canBeCancelled, canBeRetried } from '@/lib/data/requests/allowed-deeds'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import { hasRight } from '@/lib/schemas/rights'
import { isFinal, type RequestState } from '@/lib/schemas/states'
import type { ArchiveView, Problem, RequestActions, RequestView } from '@/lib/schemas/views'
import { mayHaveOriginal } from './authorize-texts'
import { estimateEnd, type PastDuration } from './estimate'

/** What a view is made of. No secret is within reach of it. */
export const requestViewSelect = {
  id: true,
  state: true,
  requestStatus: true,
  requestId: true,
  product: true,
  direction: true,
  targetAccountId: true,
  dateStart: true,
  dateEnd: true,
  includeSubaccounts: true,
  filters: true,
  itemsCount: true,
  receiveTime: true,
  startTime: true,
  submittedAt: true,
  finishedSeenAt: true,
  fileDeadline: true,
  endedAt: true,
  cancelRequestedAt: true,
  problem: true,
  version: true,
  replacedById: true,
  account: {
    select: {
      id: true,
      label: true,
      environment: true,
      refusedAt: true,
      refusal: true,
      removedAt: true,
    },
  },
  archive: {
    select: {
      bytes: true,
      rows: true,
      csvBytes: true,
      sha256: true,
      entryName: true,
      firstRecordAt: true,
      lastRecordAt: true,
      recordOrder: true,
      columns: true,
      deletedAt: true,
      deletedBy: true,
      createdAt: true,
    },
  },
} satisfies Prisma.ReportRequestSelect

/** A request as the database has it, as far as its view tells of it. */
export type RequestRecord = Prisma.ReportRequestGetPayload<{ select: typeof requestViewSelect }>

const iso = (date: Date | null) => date?.toISOString() ?? null

function actionsFor(row: RequestRecord, actor: UserActor): RequestActions {
  const state: RequestState = row.state
  const create = hasRight(actor.role, 'reports.create')
  const usable = create && !row.account.removedAt
  const waiting = !isFinal(state) && state !== 'unconfirmed'
  return {
    refresh: usable && waiting && state !== 'submitting',
    cancel: hasRight(actor.role, 'reports.cancel') && canBeCancelled(row),
    retry: create && canBeRetried(row),
    sendAgain: usable && state === 'unconfirmed',
    askRest: usable && canBeAskedForRest(row),
    download:
      hasRight(actor.role, 'originals.download') &&
      row.archive !== null &&
      row.archive.deletedAt === null &&
      mayHaveOriginal(actor, row.archive.columns),
  }
}

function toCutOff({
  firstRecordAt,
  lastRecordAt,
  recordOrder,
}: NonNullable<RequestRecord['archive']>): ArchiveView['cutOff'] {
  if (!firstRecordAt || !lastRecordAt || !recordOrder) return null
  return {
    firstRecordAt: firstRecordAt.toISOString(),
    lastRecordAt: lastRecordAt.toISOString(),
    order: recordOrder,
  }
}

/** A request as the browser may see it. */
export function toRequestView(
  row: RequestRecord,
  actor: UserActor,
  past: PastDuration[],
): RequestView {
  if (!isProductCode(row.product)) throw new Error(`Unknown product in a row: ${row.product}`)
  const refusal = row.account.refusedAt ? (row.account.refusal as Problem | null) : null
  const problem = (row.problem as Problem | null) ?? (isFinal(row.state) ? null : refusal)
  return {
    id: row.id,
    state: row.state,
    requestStatus: row.requestStatus,
    requestId: row.requestId,
    product: row.product as ProductCode,
    direction: row.direction as Direction | null,
    account: {
      id: row.account.id,
      label: row.account.label,
      environment: row.account.environment,
      refused: row.account.refusedAt !== null,
    },
    targetAccountId: row.targetAccountId,
    dateStart: row.dateStart.toISOString(),
    dateEnd: row.dateEnd.toISOString(),
    includeSubaccounts: row.includeSubaccounts,
    filters: (row.filters ?? {}) as Record<string, string | boolean>,
    itemsCount: row.itemsCount,
    receiveTime: iso(row.receiveTime),
    startTime: iso(row.startTime),
    submittedAt: iso(row.submittedAt),
    finishedSeenAt: iso(row.finishedSeenAt),
    fileDeadline: iso(row.fileDeadline),
    endedAt: iso(row.endedAt),
    cancelRequested: row.cancelRequestedAt !== null,
    problem,
    archive: row.archive && {
      bytes: Number(row.archive.bytes),
      rows: Number(row.archive.rows),
      csvBytes: Number(row.archive.csvBytes),
      sha256: row.archive.sha256,
      entryName: row.archive.entryName,
      archivedAt: row.archive.createdAt.toISOString(),
      cutOff: toCutOff(row.archive),
      deleted: row.archive.deletedAt && {
        at: row.archive.deletedAt.toISOString(),
        by: row.archive.deletedBy ?? '',
      },
    },
    estimate:
      row.state === 'running'
        ? estimateEnd(
            {
              accountId: row.account.id,
              product: row.product,
              rangeMs: row.dateEnd.getTime() - row.dateStart.getTime(),
              itemsCount: row.itemsCount,
              since: row.receiveTime ?? row.submittedAt,
            },
            past,
          )
        : null,
    actions: actionsFor(row, actor),
    version: row.version,
  }
}
