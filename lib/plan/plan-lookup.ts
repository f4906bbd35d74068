import { filters } from '@/lib/catalogue/filters'
import { getProduct } from '@/lib/catalogue/products'
import { resolveRange } from '@/lib/schemas/dates'
import {
  idsPerCall,
  type LookupStep,
  mostIds,
  mostSteps,
  type StartLookupInput,
} from '@/lib/schemas/record-lookup'
import { type ParsedIds, parseIds } from './parse-ids'
import { listFilterChoices } from './plan-filters'
import type { PlanErrors } from './planned-request'

/** The calls of a look-up, one after the other; each range may have further pages. */
export type PlannedLookup = {
  steps: LookupStep[]
  /** What Vonage is sent beside the step: of another product or kind of look-up is nothing in it. */
  filters: Record<string, string | boolean>
  /** What was made of the text with ids; null where it is by dates. */
  ids: ParsedIds | null
  /** Vonage may refuse a range of more than 24 hours (facts 3). */
  isLong: boolean
  fieldErrors: PlanErrors
}

const dayMs = 24 * 3600_000

/**
 * Counts out the calls that a look-up takes. Runs in the browser, to show them, and on the server, to make them.
 * @param now by the product's clock
 */
export function planLookup(form: StartLookupInput, now: Date): PlannedLookup {
  const product = getProduct(form.product)
  const planned = form.by === 'ids' ? planIds(form) : planRange(form, now)
  const fieldErrors: PlanErrors = { ...planned.fieldErrors }
  if (product.direction === 'required' && !form.direction)
    fieldErrors.direction = `Vonage looks for ${product.name} one direction at a time.`
  if (planned.steps.length > 1 && !form.inSteps)
    fieldErrors.inSteps = `This takes ${planned.steps.length} calls. Say that you want them one after the other.`
  return { ...planned, fieldErrors }
}

function planIds(form: StartLookupInput): PlannedLookup {
  const found = parseIds(form.ids)
  const { ids, unusable } = found
  const fault = findFault(ids.length, unusable)
  return {
    steps: fault
      ? []
      : Array.from({ length: Math.ceil(ids.length / idsPerCall) }, (_, index) => ({
          ids: ids.slice(index * idsPerCall, (index + 1) * idsPerCall),
        })),
    filters: addingColumns(form),
    ids: found,
    isLong: false,
    fieldErrors: fault ? { ids: fault } : {},
  }
}

function findFault(count: number, unusable: readonly string[]): string | null {
  const [first] = unusable
  if (first) {
    const others = unusable.length > 1 ? ` and ${unusable.length - 1} more` : ''
    return `“${first.slice(0, 40)}”${others} can be no id.`
  }
  if (count === 0) return 'Paste at least one id.'
  return count > mostIds
    ? `These are ${count.toLocaleString('en')} ids; at most ${mostIds.toLocaleString('en')} go into one look-up, 20 a call. For so many, a report of their days is faster, and costs the same for each record.`
    : null
}

function planRange(form: StartLookupInput, now: Date): PlannedLookup {
  const { retentionDays } = getProduct(form.product)
  const range = resolveRange({ ...form, now, retentionDays })
  const choice = listFilterChoices(form.filters, form.product, form.direction)[0]
  const problem = choice?.problem
  const wrong = problem ? { [problem.field]: problem.message } : {}
  const nothing = { steps: [], filters: choice?.filters ?? {}, ids: null, isLong: false }
  if (!range.ok) return { ...nothing, fieldErrors: { ...range.fieldErrors, ...wrong } }
  const days = splitHours(range)
  if (form.splitDays && days.length > mostSteps)
    return {
      ...nothing,
      fieldErrors: { to: `At most ${mostSteps} steps of 24 hours. Ask for a report instead.` },
    }
  return {
    ...nothing,
    steps: form.splitDays ? days : [{ dateStart: range.dateStart, dateEnd: range.dateEnd }],
    isLong: days.length > 1,
    fieldErrors: wrong,
  }
}

/** Pieces of 24 hours, the last one shorter: days of 25 hours would be too long for Vonage. */
export function splitHours(range: { dateStart: string; dateEnd: string }): {
  dateStart: string
  dateEnd: string
}[] {
  const end = Date.parse(range.dateEnd)
  const pieces = []
  for (let at = Date.parse(range.dateStart); at < end; at += dayMs)
    pieces.push({
      dateStart: new Date(at).toISOString(),
      dateEnd: new Date(Math.min(at + dayMs, end)).toISOString(),
    })
  return pieces
}

/** With ids Vonage takes only what adds a column. */
function addingColumns(form: StartLookupInput): Record<string, boolean> {
  const has = getProduct(form.product).filters
  return Object.fromEntries(
    has
      .filter((name) => filters[name].kind === 'boolean' && form.filters[name] === true)
      .map((name) => [name, true]),
  )
}
