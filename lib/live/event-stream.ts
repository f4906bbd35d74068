/** What one reader may have waiting, in bytes. One who is slower is told to read anew what it shows. */
const mostWaiting = 16 * 1024

export type EventStream = {
  body: ReadableStream<Uint8Array>
  /** Hands on an encoded frame, or nothing to a reader who is behind: who catches up is told to read anew. */
  send: (frame: Uint8Array) => void
  /** Ends it after what is waiting. */
  close: () => void
}

/**
 * A stream to one reader that never holds more than a few frames for it.
 * @param makeResync what to tell a reader who missed something
 * @param onGone once, when it has ended or its reader has gone
 */
export function createEventStream(makeResync: () => Uint8Array, onGone: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array>
  let missed = false
  let ended = false

  const finish = () => {
    if (ended) return
    ended = true
    onGone()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given
      },
      pull: () => {
        if (!missed) return
        missed = false
        controller.enqueue(makeResync())
      },
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  )

  return {
    body,
    send: (frame) => {
      if (ended) return
      if (missed || (controller.desiredSize ?? 0) <= 0) missed = true
      else controller.enqueue(frame)
    },
    close: () => {
      if (ended) return
      finish()
      controller.close()
    },
  }
}
