import { z } from 'zod'
import { type AuditKind, auditKindNames, auditKinds } from './audit-kinds'

/** The first part of a kind's name. */
export const auditAreas = {
  'sign-in': 'Sign-ins',
  session: 'Sessions',
  password: 'Passwords',
  settings: 'Settings',
  setup: 'Set-up',
  user: 'People',
  account: 'Accounts',
  report: 'Reports',
  file: 'Files',
  records: 'Records',
  budget: 'Budgets',
  spending: 'Spending',
  audit: 'Audit',
} as const

export type AuditArea = keyof typeof auditAreas

/** Who is no user of the dashboard, as the filter by person names them. */
export const auditOutsiders = { stranger: 'Nobody signed in', console: 'Command line' } as const
type AuditOutsider = keyof typeof auditOutsiders

const day = z.union([z.literal(''), z.iso.date()]).catch('')

/** The audit's filters as they stand in its URL. What can't be read is as if it were not there. */
export const auditFilterSchema = z.object({
  kind: z
    .enum(['', ...(Object.keys(auditAreas) as AuditArea[]), ...auditKindNames])
    .catch('')
    .default(''),
  person: z
    .union([z.enum(['', ...(Object.keys(auditOutsiders) as AuditOutsider[])]), z.uuid()])
    .catch('')
    .default(''),
  /** The first and the last day, in the reader's time zone. */
  from: day.default(''),
  to: day.default(''),
  q: z.string().trim().max(200).catch('').default(''),
  cursor: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

export type AuditRow = {
  id: string
  at: string
  kind: string
  label: string
  /** What was done, as a sentence without its subject: the actor. */
  text: string
  actorKind: string
  actorName: string
  address: string
  userAgent: string
  subjectKind: string | null
  subjectId: string | null
  subjectName: string | null
}

export type AuditPage = { rows: AuditRow[]; nextCursor: string | null }

/** The words for a kind; one of a later version is shown by its name. */
export function auditLabel(kind: string): string {
  return Object.hasOwn(auditKinds, kind) ? auditKinds[kind as AuditKind].label : kind
}
