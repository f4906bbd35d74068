/** Larger ones would lie outside of the young objects’ space. */
const longestArray = 8000
const bytesPerElement = 8
const latest: { garbage: number[] } = { garbage: [] }

/**
 * To be called for each chunk that passes. Chunks lie outside of V8's heap, where dead ones pile up to some 70 MB before
 * they are worth a collection to it. As much short-lived garbage inside the heap brings on the cheap collections of
 * young objects, which free the chunks too: at most 30 MB then wait, for a few percent of time.
 */
export function paceCollector(chunkBytes: number): void {
  for (let left = Math.ceil(chunkBytes / bytesPerElement); left > 0; left -= longestArray)
    latest.garbage = new Array<number>(Math.min(longestArray, left)).fill(0)
}
