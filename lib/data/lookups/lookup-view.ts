import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { Prisma } from '@/lib/db/generated/client'
import type {
  LookupNext,
  LookupParameters,
  LookupState,
  LookupStep,
  LookupView,
} from '@/lib/schemas/record-lookup'
import type { Problem } from '@/lib/schemas/views'

export const lookupViewSelect = {
  id: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  account: { select: { id: true, label: true, environment: true } },
  targetAccountId: true,
  product: true,
  direction: true,
  parameters: true,
  state: true,
  problem: true,
  rows: true,
  columns: true,
  missingIds: true,
  next: true,
  askedAt: true,
  _count: { select: { pages: true } },
} satisfies Prisma.RecordLookupSelect

type Row = Prisma.RecordLookupGetPayload<{ select: typeof lookupViewSelect }>

/** No call takes longer: one that began before is lost with its process. In milliseconds. */
export const longestCallMs = 150_000

const dayMs = 24 * 3600_000

/** @param now by the product's clock */
export function toLookupView(row: Row, costs: LookupView['costs'], now: Date): LookupView {
  const { parameters, next: storedNext, askedAt, _count, problem, createdBy, ...rest } = row
  const { by, timeZone, filters, steps } = parameters as unknown as LookupParameters
  const next = storedNext as unknown as LookupNext | null
  const step = next ? steps[next.step] : undefined
  const state = stateOf(row.state as LookupState, askedAt, now)
  return {
    ...rest,
    product: row.product as ProductCode,
    direction: row.direction as Direction | null,
    createdAt: row.createdAt.toISOString(),
    createdBy: createdBy.name,
    by,
    timeZone,
    filters,
    steps: steps.length,
    ids: steps.reduce((count, one) => count + idsOf(one), 0),
    range: rangeOf(steps),
    state,
    problem: state === 'doubtful' && askedAt ? interrupted : (problem as Problem | null),
    pages: _count.pages,
    next: next && {
      step: next.step,
      isFurther: next.href !== null,
      ids: step ? idsOf(step) : 0,
    },
    canSplit: state === 'failed' && next?.href === null && by === 'dates' && lengthOf(step) > dayMs,
    costs,
  }
}

const interrupted: Problem = {
  title: 'The last call was interrupted.',
  meaning: 'Its answer is lost. Vonage may have billed the records in it; usage will tell.',
  nextStep: 'Ask for this page again if you accept that it may be billed a second time.',
}

function stateOf(state: LookupState, askedAt: Date | null, now: Date): LookupState {
  if (!askedAt) return state
  return now.getTime() - askedAt.getTime() > longestCallMs ? 'doubtful' : 'fetching'
}

function idsOf(step: LookupStep): number {
  return 'ids' in step ? step.ids.length : 0
}

function lengthOf(step: LookupStep | undefined): number {
  return step && 'dateStart' in step ? Date.parse(step.dateEnd) - Date.parse(step.dateStart) : 0
}

function rangeOf(steps: readonly LookupStep[]): LookupView['range'] {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || !('dateStart' in first) || !('dateStart' in last)) return null
  return { dateStart: first.dateStart, dateEnd: last.dateEnd }
}
