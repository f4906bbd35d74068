/** What came of a deed on many requests. */
export type DeedOutcome = {
  /** To how many it was done. */
  done: number
  /** Why it was not done to each of the others. */
  refused: string[]
}
