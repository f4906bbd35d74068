import type { Filter } from '@/lib/catalogue/filters'

/** The values of a list as typed or pasted, each once, and how many came again. */
export type SplitValues = { values: string[]; repeated: number }

/** Longer than a country's code alone: fewer digits are no telephone number, so their spaces mean something else. */
const fewestDigits = 7

/**
 * Reads a list: values stand on lines of their own, or between commas, semicolons or tabs; words also between spaces.
 * Numbers lose what people write around their digits, since Vonage compares exactly and has none of it.
 */
export function splitValues(text: string, list: Filter['list']): SplitValues {
  if (!list) return toUnique([text.trim()])
  const pieces = text
    .split(list === 'words' ? /[\s,;]+/ : /[\n\r\t,;]+/)
    .map((piece) => piece.trim())
  return toUnique(list === 'numbers' ? pieces.flatMap(splitNumbers) : pieces)
}

/** “+44 7700 900001” is one number; “447700900001 447700900002” are two; “ACME Ltd” is a name. */
function splitNumbers(piece: string): string[] {
  if (!/^[+\d\s().-]+$/.test(piece)) return [piece]
  const words = piece.split(/\s+/).map(toDigits)
  if (words.every((word) => word.length > fewestDigits)) return words
  const digits = toDigits(piece)
  return [digits.length >= fewestDigits ? digits : piece]
}

function toDigits(text: string): string {
  return text.replace(/\D/g, '')
}

function toUnique(pieces: readonly string[]): SplitValues {
  const found = pieces.filter((piece) => piece !== '')
  const values = [...new Set(found)]
  return { values, repeated: found.length - values.length }
}
