import type { z } from 'zod'
import { type CurrentUser, getCurrentUser } from '@/lib/auth/current-user'
import { authorize } from '@/lib/data/authorize'
import { AppError } from '@/lib/errors/app-error'
import { toFieldErrors } from '@/lib/errors/field-errors'
import { reportFault } from '@/lib/errors/report-fault'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { Right } from '@/lib/schemas/rights'

type Definition<Schema extends z.ZodType, T> = {
  schema: Schema
  right?: Right
  run: (call: { input: z.output<Schema>; user: CurrentUser }) => Promise<T>
}

/**
 * Makes a server action: person, right, input, then `run`. Expected failures are returned; Next's
 * redirect and not-found pass through; anything else is logged, and thrown again without its words.
 */
export function createAction<Schema extends z.ZodType, T>({
  schema,
  right,
  run,
}: Definition<Schema, T>): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const user = await getCurrentUser()
      if (!user) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
      if (right) authorize(user, right)
      const parsed = await schema.safeParseAsync(input)
      if (!parsed.success) return refuseInput(toFieldErrors(parsed.error))
      return { ok: true, data: await run({ input: parsed.data, user }) }
    } catch (error) {
      if (isNextSignal(error)) throw error
      if (!(error instanceof AppError)) throw hideFault(error)
      const { code, message, fieldErrors } = error
      return { ok: false, code, message, ...(fieldErrors ? { fieldErrors } : {}) }
    }
  }
}

function refuseInput(fieldErrors: Record<string, string[]>): ActionResult<never> {
  const whole = fieldErrors['']?.[0]
  return {
    ok: false,
    code: 'invalid',
    message: whole ?? 'Some fields need another look.',
    fieldErrors,
  }
}

/** redirect(), notFound() and their like are thrown with a digest that begins with NEXT_. */
function isNextSignal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return false
  return typeof error.digest === 'string' && error.digest.startsWith('NEXT_')
}

/** Next keeps a digest that is there already and shows it to the person, so it is the log's reference. */
function hideFault(error: unknown): Error {
  const digest = reportFault(error, 'server action')
  return Object.assign(new Error(`Unexpected fault, logged as ${digest}.`), { digest })
}
