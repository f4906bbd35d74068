export type ParsedIds = {
  ids: string[]
  /** How many came again. */
  repeated: number
  /** How many were written in capitals that Vonage writes small. */
  lowered: number
  /** Pieces that can be no id. */
  unusable: string[]
}

const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i
/** Vonage's ids are opaque; a comma or a blank would end one. */
const usable = /^[\x21-\x7e]{1,100}$/

/**
 * Reads ids as people paste them: between blanks, lines, commas, semicolons, in quotes or brackets, several times. Vonage
 * compares exactly; it writes UUIDs in small letters, so those are made small, and no others.
 */
export function parseIds(text: string): ParsedIds {
  const pieces = text
    .split(/[\s,;]+/)
    .map((piece) => piece.replaceAll(/^["'`([{<]+|["'`)\]}>]+$/g, ''))
    .filter((piece) => piece !== '')
  const unusable = pieces.filter((piece) => !usable.test(piece))
  const found = pieces.filter((piece) => usable.test(piece))
  const written = found.map((piece) => (uuid.test(piece) ? piece.toLowerCase() : piece))
  const ids = [...new Set(written)]
  return {
    ids,
    repeated: written.length - ids.length,
    lowered: written.filter((id, index) => id !== found[index]).length,
    unusable: [...new Set(unusable)],
  }
}
