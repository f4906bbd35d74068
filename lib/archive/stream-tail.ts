/** Keeps the last `capacity` bytes of all that passes, in one ring of that size. */
export function createTail(capacity: number): { push(chunk: Buffer): void; read(): Buffer } {
  const ring = Buffer.allocUnsafe(capacity)
  let total = 0
  return {
    push(chunk) {
      const kept = chunk.subarray(-capacity)
      const at = (total + chunk.length - kept.length) % capacity
      const untilEdge = kept.copy(ring, at)
      kept.copy(ring, 0, untilEdge)
      total += chunk.length
    },
    read() {
      if (total <= capacity) return Buffer.from(ring.subarray(0, total))
      const at = total % capacity
      return Buffer.concat([ring.subarray(at), ring.subarray(0, at)])
    },
  }
}
