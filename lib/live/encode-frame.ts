import type { LiveFrame } from '@/lib/schemas/live'

const encoder = new TextEncoder()

/** A frame as server-sent events have it; encoded once, however many streams get it. */
export function encodeFrame({ kind, data }: LiveFrame): Uint8Array {
  return encoder.encode(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
}
