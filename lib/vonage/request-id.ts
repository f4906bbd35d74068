/** No slash, dot segment or escape, which would name something else; else opaque text (facts: not always a UUID). */
const usable = /^(?!\.{1,2}$)[^\p{C}\s/\\?#%]{1,200}$/u

/** Whether a text can be a report's `request_id`, and stand in a path. */
export function isRequestId(text: string): boolean {
  return usable.test(text)
}
