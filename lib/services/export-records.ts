import { join } from 'node:path'
import { Readable } from 'node:stream'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import { getReportFacts } from '@/lib/data/reports/get-report-facts'
import { exportCsv, exportJsonLines } from '@/lib/dataset/export-lines'
import { exportParquet } from '@/lib/dataset/export-parquet'
import { exportXlsx } from '@/lib/dataset/export-xlsx'
import { type Asked, chooseColumns, countRecords, toOrder } from '@/lib/dataset/read-page'
import { appNow } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { ExportFormat, RecordExport } from '@/lib/schemas/record-export'
import { askRecords } from './ask-records'
import { getDatasetFolder, incomingFolder } from './dataset-folder'
import { nameDownload } from './name-download'
import type { Download } from './open-download'
import { recordDownloads } from './record-downloads'

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  jsonl: 'application/x-ndjson',
}

/**
 * The records that fit, as a file that is made while it is sent. Everyone may have it: what a person must not see is
 * masked in it. The timeline and the audit tell who took how many rows of what.
 * @throws AppError as `listRecords`
 */
export async function exportRecords(
  actor: UserActor,
  reportId: string,
  { product, query, ...style }: RecordExport,
  headersOnly: boolean,
): Promise<Download> {
  const report = await getReportFacts(reportId)
  return askRecords(actor, { reportId, product }, async (asked, dataset) => {
    // What is wrong with the question is said before the first byte.
    chooseColumns(asked.source, query.columns)
    toOrder(asked.source, query.sort)
    const total = await countRecords(asked, query)
    const isPart = total < asked.source.rows
    const name = nameDownload(
      {
        ...report,
        product: dataset.product,
        direction: null,
        id: reportId,
        note: isPart ? 'filtered' : '',
      },
      report.timeZone,
      style.format,
    )
    const headers = {
      'content-type': mediaTypes[style.format],
      'content-disposition': toContentDisposition(name),
    }
    asked.engine.exports.ensureRoom()
    if (headersOnly) return { status: 200, headers, bytes: null, body: null }
    await recordDownloads(actor, [
      { id: reportId, title: report.title, format: tell(style.format, total, isPart) },
    ])
    const body = await open(asked, { query, style, total })
    return { status: 200, headers, bytes: null, body }
  })
}

type Opening = {
  query: RecordExport['query']
  style: Omit<RecordExport, 'query' | 'product'>
  total: number
}

async function open(asked: Asked, { query, style, total }: Opening): Promise<Readable> {
  switch (style.format) {
    case 'csv':
      return Readable.from(exportCsv(asked, query, style), { objectMode: false })
    case 'jsonl':
      return Readable.from(exportJsonLines(asked, query), { objectMode: false })
    case 'parquet':
      return exportParquet(asked, query, join(getDatasetFolder(), incomingFolder))
    case 'xlsx':
      return exportXlsx(asked, query, { total, timeZone: style.timeZone, now: await appNow() })
  }
}

function tell(format: ExportFormat, total: number, isPart: boolean): string {
  const records = `${total.toLocaleString('en')} ${isPart ? 'filtered records' : 'records'}`
  return `${format === 'jsonl' ? 'JSON Lines' : format === 'parquet' ? 'Parquet' : format.toUpperCase()}: ${records}`
}
