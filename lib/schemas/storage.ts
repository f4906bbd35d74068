import { z } from 'zod'

/** Empty: for ever. In days, counted from when a file was archived. */
export const setRetentionSchema = z.object({
  accountId: z.uuid(),
  keepDays: z
    .string()
    .trim()
    .regex(/^(|[1-9]\d{0,4})$/, 'Type a number of days, 1 to 99999, or leave it empty.'),
})

export type SetRetentionInput = z.infer<typeof setRetentionSchema>

export const holdReportSchema = z.object({ reportId: z.uuid(), hold: z.boolean() })

export type HoldReportInput = z.infer<typeof holdReportSchema>

/** How long a report's files are kept. */
export type Retention = {
  /** Who put it on hold; null: nobody. */
  heldBy: string | null
  /** When its first file goes by itself; null: none does. */
  goesAt: string | null
}

/** What is kept of an account's reports. Bytes are of the ZIPs. */
export type AccountStorage = {
  accountId: string
  label: string
  isSandbox: boolean
  /** Null: for ever. */
  keepDays: number | null
  files: number
  bytes: number
  rows: number
  oldestAt: string | null
  /** Of files that were deleted: what is still known of them. */
  deletedFiles: number
  deletedBytes: number
}

/** A report whose files are on hold, or go by themselves. */
export type StoredReport = {
  reportId: string
  title: string
  files: number
  bytes: number
  archivedAt: string
  heldBy: string | null
  /** Null for one on hold. */
  goesAt: string | null
}
