import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import type { Actor } from '@/lib/schemas/actor'
import { type RequestState, stateLabels } from '@/lib/schemas/states'
import { authorizeTexts } from './authorize-texts'

/** More than this makes a download that nobody can handle; the person is asked to choose fewer reports. */
const mostParts = 10_000

/** What a part of a report was asked for with. Times are ISO, the end is exclusive. */
export type AskedPart = {
  requestId: string
  /** Vonage's id of the request; null where it was never accepted. */
  vonageRequestId: string | null
  requestStatus: string | null
  account: string
  targetAccountId: string
  product: ProductCode
  direction: Direction | null
  dateStart: string
  dateEnd: string
  includeSubaccounts: boolean
  filters: Record<string, unknown>
}

/** A stored file that belongs to a report. */
export type FilePart = AskedPart & {
  archivedAt: string
  file: {
    key: string
    bytes: number
    sha256: string
    rows: number
    csvBytes: number
    entryName: string | null
    columns: string[]
  }
  /** Taken from an earlier report's file: which, and what of it. */
  kept: {
    reportId: string
    dateStart: string
    dateEnd: string
    /** The whole file is taken, not a cut of it. */
    isWhole: boolean
    mayHaveChanged: boolean
    /** Columns of the file that are not taken. */
    leftOut: string[]
  } | null
}

/** A part without a file, and why. */
export type MissingPart = AskedPart & { state: RequestState; reason: string }

/** A report with all that it is made of. */
export type ReportFiles = {
  id: string
  title: string
  timeZone: string
  askedBy: string
  askedAt: string
  files: FilePart[]
  missing: MissingPart[]
}

const partSelect = {
  id: true,
  reportId: true,
  requestId: true,
  requestStatus: true,
  state: true,
  product: true,
  direction: true,
  targetAccountId: true,
  dateStart: true,
  dateEnd: true,
  includeSubaccounts: true,
  filters: true,
  problem: true,
  account: { select: { label: true } },
  archive: {
    select: {
      storeKey: true,
      bytes: true,
      sha256: true,
      rows: true,
      csvBytes: true,
      entryName: true,
      columns: true,
      deletedAt: true,
      deletedBy: true,
      createdAt: true,
    },
  },
} satisfies Prisma.ReportRequestSelect

type Row = Prisma.ReportRequestGetPayload<{ select: typeof partSelect }>
type KeptRow = {
  dateStart: Date
  dateEnd: Date
  mayHaveChanged: boolean
  leftOut: string[]
  source: Row
}

/**
 * The files of reports, in the order that they are asked for: of their requests (those that a retry replaced left out),
 * and what they keep of earlier reports. What is not there is told, and why.
 * @throws AppError `forbidden` without `originals.download`, or `texts.see` for a file with texts; `not-found` when one of the reports does not exist;
 * `invalid` when there are more parts than a download can hold
 */
export async function listReportFiles(
  actor: Actor,
  reportIds: readonly string[],
): Promise<ReportFiles[]> {
  authorize(actor, 'originals.download')
  const where = { id: { in: [...reportIds] } }
  const db = getDb()
  const parts =
    (await db.reportRequest.count({ where: { report: where, replacedById: null } })) +
    (await db.keptPart.count({ where: { report: where } }))
  if (parts > mostParts)
    throw new AppError(
      'invalid',
      `These reports have ${parts} files, more than the ${mostParts} that one download holds. Choose fewer reports.`,
    )
  const reports = await db.report.findMany({
    where,
    select: {
      id: true,
      title: true,
      timeZone: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      requests: { where: { replacedById: null }, select: partSelect },
      keptParts: {
        select: {
          dateStart: true,
          dateEnd: true,
          mayHaveChanged: true,
          leftOut: true,
          source: { select: partSelect },
        },
      },
    },
  })
  const byId = new Map(reports.map((report) => [report.id, report]))
  return reportIds.map((id) => {
    const report = byId.get(id)
    if (!report) throw new AppError('not-found', 'There is no such report.')
    const all = [
      ...report.requests.map((row) => toPart(row, null)),
      ...report.keptParts.map((kept) => toPart(kept.source, kept)),
    ].sort(comparePlace)
    const files = all.filter((part) => 'file' in part)
    for (const { file, kept } of files)
      authorizeTexts(
        actor,
        file.columns.filter((name) => !kept?.leftOut.includes(name)),
      )
    return {
      id: report.id,
      title: report.title,
      timeZone: report.timeZone,
      askedBy: report.createdBy.name,
      askedAt: report.createdAt.toISOString(),
      files,
      missing: all.filter((part) => 'reason' in part),
    }
  })
}

function toPart(row: Row, kept: KeptRow | null): FilePart | MissingPart {
  const asked: AskedPart = {
    requestId: row.id,
    vonageRequestId: row.requestId,
    requestStatus: row.requestStatus,
    account: row.account.label,
    targetAccountId: row.targetAccountId,
    product: row.product as ProductCode,
    direction: row.direction as Direction | null,
    dateStart: row.dateStart.toISOString(),
    dateEnd: row.dateEnd.toISOString(),
    includeSubaccounts: row.includeSubaccounts,
    filters: (row.filters ?? {}) as Record<string, unknown>,
  }
  const { archive } = row
  if (!archive || archive.deletedAt) return { ...asked, state: row.state, reason: whyMissing(row) }
  return {
    ...asked,
    archivedAt: archive.createdAt.toISOString(),
    file: {
      key: archive.storeKey,
      bytes: Number(archive.bytes),
      sha256: archive.sha256,
      rows: Number(archive.rows),
      csvBytes: Number(archive.csvBytes),
      entryName: archive.entryName,
      columns: archive.columns,
    },
    kept: kept && {
      reportId: row.reportId,
      dateStart: kept.dateStart.toISOString(),
      dateEnd: kept.dateEnd.toISOString(),
      isWhole:
        kept.dateStart <= row.dateStart &&
        kept.dateEnd >= row.dateEnd &&
        !kept.leftOut.some((name) => archive.columns.includes(name)),
      leftOut: kept.leftOut,
      mayHaveChanged: kept.mayHaveChanged,
    },
  }
}

function whyMissing({ state, archive, problem }: Row): string {
  if (archive?.deletedAt)
    return `Its file was deleted by ${archive.deletedBy ?? 'somebody'} at ${archive.deletedAt.toISOString()}.`
  const { title } = (problem ?? {}) as { title?: string }
  return [`${stateLabels[state]}.`, title].filter(Boolean).join(' ')
}

/** By product and direction, then account, then time: files that belong together stand together. */
function comparePlace(a: FilePart | MissingPart, b: FilePart | MissingPart): number {
  const place = (part: FilePart | MissingPart) => [
    part.product,
    part.direction ?? '',
    part.targetAccountId,
    ('kept' in part && part.kept?.dateStart) || part.dateStart,
    part.requestId,
  ]
  const [left, right] = [place(a), place(b)]
  for (const [index, text] of left.entries()) {
    const other = right[index] ?? ''
    if (text !== other) return text < other ? -1 : 1
  }
  return 0
}
