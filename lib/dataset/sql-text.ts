/**
 * A text as an SQL literal, for the few places that take no parameters: settings, and where a COPY writes. Only for
 * paths of this instance's own making, never for what a person or a file says.
 */
export function toSqlText(text: string): string {
  if (text.includes('\0')) throw new Error('A path can’t hold NUL.')
  return `'${text.replaceAll("'", "''")}'`
}
