import { z } from 'zod'
import { isProductCode } from '@/lib/catalogue/products'
import { operations } from '../http/route'

export const faultOperations = [...operations, 'callback'] as const
export type FaultOperation = (typeof faultOperations)[number]

/** When a fault strikes: instead of the work, after it, in how a report ends, or in its archive. */
export type FaultStage = 'before' | 'after' | 'outcome' | 'archive'

type FaultKind = { stage: FaultStage; operations: readonly FaultOperation[]; about: string }

const upstream = ['create', 'status', 'cancel', 'media', 'list', 'records'] as const

function before(about: string, at: readonly FaultOperation[] = upstream): FaultKind {
  return { stage: 'before', operations: at, about }
}
function after(about: string, at: readonly FaultOperation[] = upstream): FaultKind {
  return { stage: 'after', operations: at, about }
}
function outcome(about: string): FaultKind {
  return { stage: 'outcome', operations: ['create'], about }
}
function archive(about: string): FaultKind {
  return { stage: 'archive', operations: ['media'], about }
}

/** What the sandbox can be told to get wrong, and which operations each strikes unless it is told. */
export const faultKinds = {
  'rate-limit': before('429 instead of the work'),
  'server-error': before('500 (or status=502, ...) instead of the work'),
  unauthorized: before('401 instead of the work, with correct credentials'),
  forbidden: before('403 instead of the work'),
  invalid: before('422 instead of the work, about one parameter (value=NAME)', [
    'create',
    'records',
  ]),
  'not-found': before('404 instead of the work', ['status', 'cancel', 'media']),
  'drop-before': before('the connection breaks before the work; a callback is not sent'),
  hang: before('no answer at all, until the caller gives up'),
  'server-error-after': after('500 (or status=...) though the work was done'),
  'drop-after': after('the work is done, then the connection breaks without an answer'),
  'slow-answer': after('the answer comes after delayMs (5000); also for callbacks'),
  'slow-body': after('the body comes in pieces, delayMs (250) apart'),
  unreadable: after('the work is done, the answer is 200 and not JSON; also for callbacks'),
  'missing-fields': after('the answer lacks fields (value=a|b, or most of them)'),
  'extra-fields': after('the answer has fields that nobody knows'),
  'unknown-status': after('the status is a word that nobody knows (value=WORD)', [
    'create',
    'status',
  ]),
  'wrong-link-host': after('the download link names another host (value=HOST)', ['status']),
  redirect: after('302 to another address (value=URL, or the same under another name)', ['media']),
  duplicate: after('the callback is sent twice', ['callback']),
  failed: outcome('the report ends as FAILED'),
  truncated: outcome('it ends as TRUNCATED, with half of its rows and a link'),
  'truncated-no-link': outcome('it ends as TRUNCATED, without a link'),
  stuck: outcome('it stays in PROCESSING'),
  empty: outcome('it has no rows: its file is a header'),
  'empty-archive': outcome('it has no rows: its archive has no file'),
  'zip-truncated': archive('the archive ends in the middle, the connection well'),
  'zip-dropped': archive('the connection breaks in the middle of the archive'),
  'zip-no-directory': archive('the archive lacks its directory'),
  'zip-bad-crc': archive('the checksum in the archive is wrong'),
  'zip-two-entries': archive('the archive holds two files'),
  'zip-no-entry': archive('the archive holds no file'),
  'zip-not-a-zip': archive('the file is a page of HTML'),
} as const satisfies Record<string, FaultKind>

export type FaultName = keyof typeof faultKinds
export const faultNames = Object.keys(faultKinds) as FaultName[]

export type ArchiveFlaw = {
  [Name in FaultName]: (typeof faultKinds)[Name]['stage'] extends 'archive' ? Name : never
}[FaultName]

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultKinds, name)
}

/** How a fault is asked for, at start and at run time. */
export const faultOrderSchema = z.strictObject({
  name: z.string().refine(isFaultName, 'There is no such fault. --help lists them.'),
  operation: z.array(z.enum(faultOperations)).min(1).optional(),
  /** How often it strikes; always, unless said. */
  count: z.number().int().positive().optional(),
  /** How likely it strikes, of 1. */
  probability: z.number().gt(0).max(1).optional(),
  product: z.string().refine(isProductCode, 'There is no such product.').optional(),
  /** An account_id, or the key that signs in. */
  account: z.string().optional(),
  delayMs: z.number().int().nonnegative().optional(),
  status: z.number().int().min(400).max(599).optional(),
  value: z.string().optional(),
})

export type FaultOrder = z.infer<typeof faultOrderSchema>

/** Reads `name`, or `name:operation=create+status,count=3,probability=0.2`, as the command line takes it. */
export function parseFault(text: string): FaultOrder {
  const colon = text.indexOf(':')
  const name = colon < 0 ? text : text.slice(0, colon)
  const order: Record<string, unknown> = { name }
  for (const part of colon < 0 ? [] : text.slice(colon + 1).split(',')) {
    const equals = part.indexOf('=')
    const [key, value] = [part.slice(0, equals), part.slice(equals + 1)]
    if (equals < 1) throw new Error(`--fault ${text}: “${part}” is not name=value.`)
    if (key === 'operation') order[key] = value.split('+')
    else
      order[key] = ['count', 'probability', 'delayMs', 'status'].includes(key)
        ? Number(value)
        : value
  }
  const parsed = faultOrderSchema.safeParse(order)
  if (!parsed.success) throw new Error(`--fault ${text}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
