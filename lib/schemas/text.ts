import { z } from 'zod'

/**
 * Text of one line, trimmed. Control characters are refused: PostgreSQL stores no NUL, and none of the others is
 * typed on purpose.
 */
export function lineOfText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .regex(/^\P{Cc}*$/u, 'This has characters that can’t be shown.')
}
