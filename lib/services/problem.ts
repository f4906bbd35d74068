import { Prisma } from '@/lib/db/generated/client'
import type { Problem } from '@/lib/schemas/views'
import { describeVonageError, type VonageOperation } from '@/lib/vonage/describe-error'
import type { VonageError } from '@/lib/vonage/vonage-error'

/** The column's value for a problem; null clears it. */
export function makeProblem(problem: Problem | null) {
  return problem ?? Prisma.DbNull
}

/** A fault of Vonage's in words, with its trace id. */
export function problemOf(error: VonageError, operation: VonageOperation): Problem {
  const { title, meaning, nextStep } = describeVonageError(error, { operation })
  return { title, meaning, nextStep, ...(error.instance ? { instance: error.instance } : {}) }
}
