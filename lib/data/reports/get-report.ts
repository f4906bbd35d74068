import { z } from 'zod'
import { eventText } from '@/lib/data/events/event-text'
import { appNow, getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { ReportDetail } from '@/lib/schemas/views'
import { listKeptParts } from './list-kept-parts'
import { reportRowSelect, toReportRows } from './report-row'

/** More lines than this are for the audit, not for a page. */
const timelineLength = 200

/** One report with its timeline, newest line first; null when there is none with this id. */
export async function getReport(actor: UserActor, id: string): Promise<ReportDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  const report = await getDb().report.findUnique({
    where: { id },
    select: {
      ...reportRowSelect,
      events: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: timelineLength,
        select: { id: true, at: true, kind: true, actorName: true, data: true },
      },
    },
  })
  if (!report) return null
  const [row] = await toReportRows([report], actor)
  if (!row) return null
  return {
    ...row,
    events: report.events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      kind: event.kind,
      actor: event.actorName,
      text: eventText(event.kind, event.data),
    })),
    keptParts: await listKeptParts(id),
    now: (await appNow()).toISOString(),
  }
}

/** The form that a report was asked for with, for duplicating it. */
export async function getReportParameters(id: string): Promise<unknown | null> {
  if (!z.uuid().safeParse(id).success) return null
  const report = await getDb().report.findUnique({ where: { id }, select: { parameters: true } })
  return report?.parameters ?? null
}
