import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { Tx } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { CutOff } from '@/lib/plan/split-rest'

/** A request whose file Vonage cut off, with what is known of the file. */
export type CutOffRequest = {
  reportId: string
  reportTitle: string
  timeZone: string
  asked: AskedRequest
  cut: CutOff
  fetchedAt: Date | null
  /** The account was removed, or Vonage refuses its key: nothing can be asked for. */
  isUsable: boolean
  /** Its rest was asked for already. */
  isReplaced: boolean
}

/** A request whose file was cut off and is here; null for any other. */
export async function findCutOff(tx: Tx, requestId: string): Promise<CutOffRequest | null> {
  const row = await tx.reportRequest.findFirst({
    where: { id: requestId, state: 'ready', requestStatus: 'TRUNCATED', archive: { isNot: null } },
    select: {
      id: true,
      reportId: true,
      accountId: true,
      targetAccountId: true,
      product: true,
      direction: true,
      dateStart: true,
      dateEnd: true,
      includeSubaccounts: true,
      filters: true,
      receiveTime: true,
      startTime: true,
      replacedById: true,
      account: { select: { removedAt: true, refusedAt: true } },
      report: { select: { title: true, timeZone: true } },
      archive: {
        select: {
          rows: true,
          firstRecordAt: true,
          lastRecordAt: true,
          recordOrder: true,
        },
      },
    },
  })
  if (!row?.archive) return null
  const { archive } = row
  return {
    reportId: row.reportId,
    reportTitle: row.report.title,
    timeZone: row.report.timeZone,
    asked: {
      key: row.id,
      accountId: row.accountId,
      targetAccountId: row.targetAccountId,
      product: row.product as ProductCode,
      direction: row.direction as Direction | null,
      dateStart: row.dateStart.toISOString(),
      dateEnd: row.dateEnd.toISOString(),
      includeSubaccounts: row.includeSubaccounts,
      filters: (row.filters ?? {}) as AskedRequest['filters'],
    },
    cut: {
      from: row.dateStart.getTime(),
      to: row.dateEnd.getTime(),
      rows: Number(archive.rows),
      first: archive.firstRecordAt?.getTime() ?? null,
      last: archive.lastRecordAt?.getTime() ?? null,
      order: archive.recordOrder as CutOff['order'],
    },
    fetchedAt: row.receiveTime ?? row.startTime,
    isUsable: !row.account.removedAt && !row.account.refusedAt,
    isReplaced: row.replacedById !== null,
  }
}
