import { z } from 'zod'
import type { Problem } from './views'

export const adoptReportSchema = z.object({
  accountId: z.uuid('Choose an account.'),
  /** Vonage's id of the report: opaque text (facts 0.13). */
  requestId: z
    .string()
    .trim()
    .min(1, 'Paste the ID of the report.')
    .max(200, 'That is too long for the ID of a report.')
    .regex(/^[^\s/\\?#%]*$/, 'This has characters that no report’s ID has.'),
})
export type AdoptReportInput = z.infer<typeof adoptReportSchema>

export const listElsewhereSchema = z.object({ accountId: z.uuid('Choose an account.') })
export type ListElsewhereInput = z.infer<typeof listElsewhereSchema>

/** A report that Vonage tells of, and whether it is here. */
export type ElsewhereReport = {
  requestId: string
  /** Vonage's word; null when it gave none. */
  status: string | null
  receivedAt: string | null
  product: string
  direction: string | null
  targetAccountId: string
  dateStart: string | null
  dateEnd: string | null
  records: number | null
  /** Usage tells of it, the list does not: its id need not be that of the report. */
  isFromUsage: boolean
  /** It is here already. */
  known: { reportId: string; title: string } | null
}

export type ElsewhereList = {
  reports: ElsewhereReport[]
  /** Why Vonage gave no list; what is there is then of its usage. */
  problem: Problem | null
}
