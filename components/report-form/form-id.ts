const used = new Set<string>()

/** Remembers that a form with this id made its report. */
export function markFormUsed(formId: string): void {
  used.add(formId)
}

/**
 * The id of a form that opens: the server's, unless it made a report already. The browser's Back button shows
 * an old page, whose id would only lead to the report that was made then.
 */
export function openFormId(formId: string): string {
  return used.has(formId) ? makeUuid() : formId
}

/** `crypto.randomUUID` is missing on plain http to another machine. */
function makeUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
