import { get, type IncomingMessage } from 'node:http'
import type { ReportChange } from '@/lib/schemas/live'

/** What the readers are told to open. */
export type ReadersOrder = {
  url: string
  /** A session's cookie for each stream. */
  cookies: string[]
  /** The reports' ids and their versions before the first change; changes go round them in this order. */
  reports: ReportChange[]
  /** How many changes there will be. */
  changes: number
}

export type ReadersResult = {
  p50: number
  p95: number
  max: number
  /** Changes that a stream was never told of, nor of a later version in their place. */
  lost: number
  /** Frames that said: something was missed. */
  resyncs: number
}

/** Milliseconds of a clock that all processes of a machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000
}

/** Opens the streams, says `open`, and answers the times of the commits with how long each change took to each stream. */
export function runReaders(): void {
  const told = Promise.withResolvers<ReadersOrder>()
  process.once('message', (order: ReadersOrder) => told.resolve(order))
  void told.promise.then(async (order) => {
    const readers = createReaders(order)
    await Promise.all(order.cookies.map((cookie, stream) => readers.open(cookie, stream)))
    readers.begin()
    process.send?.('open')
    process.once('message', (committedAt: number[]) => {
      process.send?.(readers.summarise(committedAt))
      process.disconnect()
    })
  })
}

function createReaders({ url, cookies, reports, changes }: ReadersOrder) {
  const place = new Map(reports.map(([id, version], index) => [id, { index, version }]))
  const arrivedAt = new Float64Array(cookies.length * changes)
  const seen = new Uint32Array(cookies.length * reports.length)
  let resyncs = 0
  // All streams are told the same: it is parsed once.
  let [lastText, lastChanges] = ['', [] as ReportChange[]]

  function take(stream: number, frame: string, at: number): void {
    if (frame.startsWith('event: resync')) resyncs++
    if (!frame.startsWith('event: changes')) return
    if (frame !== lastText) {
      lastText = frame
      lastChanges = JSON.parse(frame.slice(frame.indexOf('data: ') + 6))
    }
    for (const [id, version] of lastChanges) {
      const report = place.get(id)
      if (!report) continue
      const slot = stream * reports.length + report.index
      // A later version tells of all before it.
      for (; (seen[slot] ?? 0) < version - report.version; seen[slot] = (seen[slot] ?? 0) + 1) {
        const change = (seen[slot] ?? 0) * reports.length + report.index
        if (change < changes) arrivedAt[stream * changes + change] = at
      }
    }
  }

  return {
    open: (cookie: string, stream: number) =>
      new Promise<void>((done, fail) => {
        const request = get(
          url,
          { headers: { cookie }, agent: false },
          (answer: IncomingMessage) => {
            if (answer.statusCode !== 200)
              fail(new Error(`A stream was refused: ${answer.statusCode}`))
            let text = ''
            answer.setEncoding('utf8').on('data', (chunk: string) => {
              const at = sharedNow()
              const frames = (text + chunk).split('\n\n')
              text = frames.pop() ?? ''
              for (const frame of frames) take(stream, frame, at)
              done()
            })
          },
        )
        request.on('error', fail)
      }),
    /** The first streams were opened before the product itself listened, and were told when it did. */
    begin: () => {
      resyncs = 0
    },
    summarise: (committedAt: number[]): ReadersResult => {
      const took: number[] = []
      let lost = 0
      for (const [index, at] of arrivedAt.entries()) {
        if (at === 0) lost++
        else took.push(at - (committedAt[index % changes] ?? Number.NaN))
      }
      return { ...percentiles(took), lost, resyncs }
    },
  }
}

/** @param values in any order; sorted in place */
export function percentiles(values: number[]): { p50: number; p95: number; max: number } {
  const sorted = Float64Array.from(values).sort()
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
