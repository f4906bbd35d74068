import { z } from 'zod'
import type { Direction } from '@/lib/catalogue/products'
import { isProductCode, productTitle } from '@/lib/catalogue/products'
import { eventText } from '@/lib/data/events/event-text'
import type { EventKind } from '@/lib/data/events/record-event'
import { getRetention } from '@/lib/data/storage/get-retention'
import { appNow, getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { EventView, ReportDetail } from '@/lib/schemas/views'
import { listKeptParts } from './list-kept-parts'
import { reportRowSelect, toReportRows } from './report-row'
import { requestViewSelect } from './request-view'

/** More lines than this are for the audit, not for a page. */
const timelineLength = 200

/** Of each of many requests only this is told: each of its steps would bury the rest. */
const notable: EventKind[] = [
  'created',
  'rest-asked',
  'rejected',
  'failed',
  'expired',
  'unconfirmed',
  'adopted',
  'taken-over',
  'cancel-too-late',
  'send-again',
  'retried',
  'cancel-requested',
  'cancelled',
]

/** One report with its timeline, newest line first; null when there is none with this id. */
export async function getReport(actor: UserActor, id: string): Promise<ReportDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  const report = await getDb().report.findUnique({
    where: { id },
    select: {
      ...reportRowSelect,
      requests: { where: { replacedById: null }, take: 2, select: requestViewSelect },
    },
  })
  if (!report) return null
  const { requests, ...record } = report
  const onlyRequest = requests.length === 1 ? (requests[0] ?? null) : null
  const [row] = await toReportRows([{ ...record, onlyRequest }], actor)
  if (!row) return null
  const isMany = row.requestCount > 1
  return {
    ...row,
    events: await listEvents(id, isMany),
    keptParts: await listKeptParts(id),
    retention: await getRetention(id),
    now: (await appNow()).toISOString(),
  }
}

async function listEvents(reportId: string, isMany: boolean): Promise<EventView[]> {
  const found = await getDb().event.findMany({
    where: {
      reportId,
      ...(isMany ? { OR: [{ requestId: null }, { kind: { in: notable } }] } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: timelineLength,
    select: {
      id: true,
      at: true,
      kind: true,
      actorName: true,
      data: true,
      request: { select: { product: true, direction: true, targetAccountId: true } },
    },
  })
  return found.map(({ id, at, kind, actorName, data, request }) => ({
    id,
    at: at.toISOString(),
    kind,
    actor: actorName,
    about: isMany && request ? nameRequest(request) : null,
    text: eventText(kind, data),
  }))
}

function nameRequest(request: {
  product: string
  direction: string | null
  targetAccountId: string
}) {
  const { product, direction, targetAccountId } = request
  const title = isProductCode(product)
    ? productTitle(product, direction as Direction | null)
    : product
  return `${title} of ${targetAccountId}`
}

/** The form that a report was asked for with, for duplicating it. */
export async function getReportParameters(id: string): Promise<unknown | null> {
  if (!z.uuid().safeParse(id).success) return null
  const report = await getDb().report.findUnique({ where: { id }, select: { parameters: true } })
  return report?.parameters ?? null
}
