/** A field that searches as one types: its text, and what the view lags behind with. */
export type Searched = {
  text: string
  /** What the view looks for. */
  shown: string
  /** What was asked for since, the last one last. */
  asked: readonly string[]
}

/** What is looked for, or will be as soon as the view has followed. */
export function latestSearch({ shown, asked }: Searched): string {
  return asked.at(-1) ?? shown
}

/** The view has followed. What the field asked for itself changes no text, since somebody may have typed on. */
export function followView(field: Searched, shown: string): Searched {
  const at = field.asked.lastIndexOf(shown)
  if (at >= 0) return { ...field, shown, asked: field.asked.slice(at + 1) }
  return { text: field.text.trim() === shown ? field.text : shown, shown, asked: [] }
}
