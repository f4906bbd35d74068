import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, Resolver, ResolverResult } from 'react-hook-form'
import { planRequests } from '@/lib/plan/plan-requests'
import type { PlanAccount } from '@/lib/plan/planned-request'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { checkRange } from './check-range'
import type { ReportFormValues } from './form-values'
import { prepareValues } from './prepare-values'
import { toFieldPath, toInput } from './to-input'
import { loadSchema } from './use-schema'

type Result = ResolverResult<ReportFormValues, CreateReportInput>

const unloaded = {
  type: 'unloaded',
  message:
    'A part of this page could not be loaded, so nothing was sent. Everything you typed is still here: try again once the server can be reached.',
}

/**
 * Checks what would be sent by the server's own schema, and the plan of it by the server's own planning.
 *
 * @param getNow the server's clock
 */
export function makeFormResolver(
  accounts: readonly PlanAccount[],
  getNow: () => Date,
): Resolver<ReportFormValues, unknown, CreateReportInput> {
  return async (values, _context, options): Promise<Result> => {
    const sent = prepareValues(values)
    const schema = await loadSchema().catch(() => null)
    if (!schema) return { values: {}, errors: { root: unloaded } }
    const parsed = schema.safeParse(toInput(sent))
    const errors: Record<string, FieldError> = {}
    for (const { path, message } of parsed.error?.issues ?? [])
      errors[toFieldPath(path.join('.'))] ??= { type: 'schema', message }
    for (const [path, message] of Object.entries(findFaults(sent, parsed.data, accounts, getNow())))
      errors[toFieldPath(path)] ??= { type: 'plan', message }
    return parsed.success && Object.keys(errors).length === 0
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: toNestErrors(errors, options) }
  }
}

/** Of what can't be planned yet, the range at least is checked. */
function findFaults(
  sent: ReportFormValues,
  input: CreateReportInput | undefined,
  accounts: readonly PlanAccount[],
  now: Date,
): Record<string, string> {
  if (input) return planRequests(input, { accounts, now }).fieldErrors
  const range = checkRange(sent, now)
  return range && !range.ok ? range.fieldErrors : {}
}
