/** Keeps the last `capacity` bytes, or a little more, of all that passes. */
export function createTail(capacity: number): { push(chunk: Buffer): void; read(): Buffer } {
  let chunks: Buffer[] = []
  let bytes = 0
  return {
    push(chunk) {
      chunks.push(chunk)
      bytes += chunk.length
      // Dropped in bulk: shifting single chunks off a long array would cost more than the few bytes it saves.
      if (bytes < 2 * capacity) return
      const kept = Buffer.concat(chunks).subarray(-capacity)
      chunks = [kept]
      bytes = kept.length
    },
    read() {
      return Buffer.concat(chunks)
    },
  }
}
