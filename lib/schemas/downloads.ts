import { z } from 'zod'

/** Reports in one selection: more make a download, or a row of questions to Vonage, that nobody can follow. */
export const mostSelected = 100

export const selectedIds = z
  .array(z.uuid())
  .min(1, 'Choose at least one report.')
  .max(mostSelected, `Choose at most ${mostSelected} reports at a time.`)
  .transform((ids) => [...new Set(ids)])

const product = z.string().max(40).nullable().default(null)

/**
 * What of a report is wanted. `zip` and `csv`: its file, when it has one; `zip-all`: all files in one ZIP with their
 * manifest. A CSV holds one product.
 */
export const reportDownloadSchema = z.object({
  format: z.enum(['zip', 'csv', 'zip-all']).default('zip'),
  product,
  /** The file of one request. */
  request: z.uuid().nullable().default(null),
})
export type ReportDownloadInput = z.infer<typeof reportDownloadSchema>

/** What of a selection of reports is wanted. */
export const selectionDownloadSchema = z.object({
  report: selectedIds,
  format: z.enum(['zip-all', 'csv']).default('zip-all'),
  product,
})
