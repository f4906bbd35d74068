/** Rows that several readers take in turns, each so many. */
export type RowReader = {
  read(most: number): AsyncGenerator<string[], void, undefined>
  close(): Promise<void>
}

/** Hands out rows that come in batches. */
export function createRowReader(source: AsyncGenerator<string[], void, undefined>): RowReader {
  let left: string[] = []
  return {
    async *read(most) {
      let wanted = most
      while (wanted > 0) {
        if (left.length === 0) {
          const next = await source.next()
          if (next.done) return
          left = next.value
        }
        const taken = left.slice(0, wanted)
        left = left.slice(wanted)
        wanted -= taken.length
        yield taken
      }
    },
    async close() {
      await source.return()
    },
  }
}
