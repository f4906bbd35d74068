import { z } from 'zod'
import { jsonParameter, productParameter, recordQuerySchema } from './records'
import { isTimeZone } from './time-zone'

export const exportFormats = ['csv', 'xlsx', 'parquet', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

const onOff = z
  .enum(['on', 'off'])
  .default('off')
  .transform((word) => word === 'on')

/** How an export is written. `delimiter` to `raw` are those of a CSV; the zone is that of its times, and of an XLSX's. */
export const exportStyleSchema = z.object({
  format: z.enum(exportFormats).default('csv'),
  timeZone: z.string().refine(isTimeZone, 'There is no such time zone.').default('UTC'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  decimal: z.enum(['.', ',']).default('.'),
  /** A byte order mark, by which spreadsheets know UTF-8. */
  bom: onOff,
  /** Texts that a spreadsheet would run stay as they are. */
  raw: onOff,
})
export type ExportStyle = z.infer<typeof exportStyleSchema>

/** `GET /api/reports/{id}/records/export`: which records, in which order, with which columns (`query`), and how. */
export const exportParametersSchema = exportStyleSchema.extend({
  product: productParameter,
  query: jsonParameter(recordQuerySchema.omit({ offset: true, limit: true })),
})
export type RecordExport = z.infer<typeof exportParametersSchema>
