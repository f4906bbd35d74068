import { addedColumns } from '@/lib/catalogue/added-columns'
import { getProduct } from '@/lib/catalogue/products'
import { settlingTimeOf } from '@/lib/catalogue/settling'
import { listReportTitles } from '@/lib/data/reports/list-report-titles'
import {
  findKeptFiles,
  findRunningRequests,
  type KeptFile,
  type RunningRequest,
} from '@/lib/data/requests/find-same-records'
import { getDb, type Tx } from '@/lib/db/client'
import { coverRange, type Span, type TakenSpan } from '@/lib/plan/cover-range'
import { groupBySeries } from '@/lib/plan/group-by-series'
import type { AskedRequest, PaidPart, PaidRequest, RunningPart } from '@/lib/plan/paid-request'

/**
 * Searches the archive and the running requests for what is asked for: which records are paid for and here, which are
 * missing, and which another report is fetching. In the order of `requests`. What may be taken, and why, is in
 * docs/already-paid.md. Free products are never taken from an earlier file: asking again costs nothing and is fresher.
 */
export async function findPaidParts(
  requests: readonly AskedRequest[],
  tx: Tx = getDb(),
): Promise<PaidRequest[]> {
  const series = groupBySeries(requests).filter(({ asked }) => !getProduct(asked.product).free)
  const questions = series.map(({ asked }) => ({
    ...asked,
    column: getProduct(asked.product).dateColumn,
  }))
  const kept = await findKeptFiles(tx, questions)
  const running = await findRunningRequests(tx, questions)
  const titles = await listReportTitles(
    tx,
    [...kept, ...running].map((one) => one.reportId),
  )
  const keptOf = Map.groupBy(kept, ({ index }) => index)
  const runningOf = Map.groupBy(running, ({ index }) => index)
  const seriesOf = new Map(
    series.flatMap(({ members }, index) => members.map((member) => [member, index])),
  )
  return requests.map((request, place) => {
    const index = seriesOf.get(place) ?? -1
    return answer(request, {
      kept: keptOf.get(index) ?? [],
      running: runningOf.get(index) ?? [],
      titles,
    })
  })
}

type Found = { kept: KeptFile[]; running: RunningRequest[]; titles: Map<string, string> }

function answer(request: AskedRequest, { kept, running, titles }: Found): PaidRequest {
  const range = { from: Date.parse(request.dateStart), to: Date.parse(request.dateEnd) }
  const meets = (one: { from: Date; to: Date }) =>
    one.from.getTime() < range.to && one.to.getTime() > range.from
  const spans = kept.filter(meets).map((file) => ({
    ...toSpan(file),
    id: file.requestId,
    fetchedAt: file.fetchedAt.getTime(),
  }))
  const settleMs = settlingTimeOf(request.product, request.direction)
  const { taken, missing } = coverRange(range, spans, settleMs)
  const title = (reportId: string) => titles.get(reportId) ?? ''
  return {
    key: request.key,
    parts: taken.map((span) => {
      const file = kept.find(({ requestId }) => requestId === span.id) as KeptFile
      return toPart(span, file, { title: title(file.reportId), asked: request.filters })
    }),
    missing: missing.map(toRange),
    running: running.filter(meets).flatMap((one) => toRunning(one, missing, title(one.reportId))),
  }
}

function toPart(
  span: TakenSpan,
  file: KeptFile,
  { title, asked }: { title: string; asked: AskedRequest['filters'] },
): PaidPart {
  const share = (span.to - span.from) / (file.to.getTime() - file.from.getTime())
  return {
    sourceRequestId: file.requestId,
    reportId: file.reportId,
    reportTitle: title,
    ...toRange(span),
    records: Math.round(file.rows * share),
    recordsAreExact: share === 1 || file.rows === 0,
    leftOut: Object.entries(addedColumns).flatMap(([filter, column]) =>
      file.filters[filter] && !asked[filter] ? [column] : [],
    ),
    mayHaveChanged: span.mayHaveChanged,
    fetchedAt: file.fetchedAt.toISOString(),
  }
}

/** The stretch of a running request that meets what is missing; nothing where it meets none of it. */
function toRunning(one: RunningRequest, missing: Span[], reportTitle: string): RunningPart[] {
  const { from, to } = toSpan(one)
  const met = missing.filter((gap) => gap.from < to && gap.to > from)
  const first = met[0]
  const last = met.at(-1)
  if (!first || !last) return []
  return [
    {
      requestId: one.requestId,
      reportId: one.reportId,
      reportTitle,
      state: one.state,
      ...toRange({ from: Math.max(from, first.from), to: Math.min(to, last.to) }),
    },
  ]
}

function toSpan({ from, to }: { from: Date; to: Date }): Span {
  return { from: from.getTime(), to: to.getTime() }
}

function toRange({ from, to }: Span): { dateStart: string; dateEnd: string } {
  return { dateStart: new Date(from).toISOString(), dateEnd: new Date(to).toISOString() }
}
