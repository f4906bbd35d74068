import { textColumns } from '@/lib/catalogue/text-columns'
import { AppError } from '@/lib/errors/app-error'
import type { Actor } from '@/lib/schemas/actor'
import { hasRight } from '@/lib/schemas/rights'

/** Whether an actor may have a file with these columns as it is: one with message texts only with `texts.see`. */
export function mayHaveOriginal(actor: Actor, columns: readonly string[]): boolean {
  if (actor.kind === 'worker' || !columns.some((name) => textColumns.includes(name))) return true
  return actor.kind === 'user' && hasRight(actor.role, 'texts.see')
}

/** @throws AppError `forbidden` for a file with message texts that the actor may not see */
export function authorizeTexts(actor: Actor, columns: readonly string[]): void {
  if (mayHaveOriginal(actor, columns)) return
  throw new AppError(
    'forbidden',
    'The file holds message texts, which your role does not allow you to see. Take an export of the report’s records: texts are masked in it.',
  )
}
