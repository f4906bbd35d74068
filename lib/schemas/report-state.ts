import { isFinal, type RequestState, stateLabels } from './states'

/** How many requests of a report are in each state; replaced ones are not counted. */
export type StateCounts = Partial<Record<RequestState, number>>

export type ReportState = {
  /** The one state that stands for all. */
  state: RequestState
  /** Some files are there, and nothing moves that could bring the others. */
  isPartial: boolean
  /** Of several requests: “31 of 40 ready, 2 failed”; null where the state says it all. */
  words: string | null
  total: number
  ready: number
  /** Requests that nothing moves by itself any more. */
  ended: number
}

/** What went wrong, the worst first. */
const ends = ['failed', 'rejected', 'expired', 'cancelled'] as const

/**
 * One state of a report, made of its requests' states. While one of them moves the report does; then it needs a person
 * as long as one is unconfirmed; then it is ready, wholly or in part, or, without a file, what most badly befell it.
 * A report without requests has all of its records from earlier files: it is ready.
 */
export function reportState(counts: StateCounts): ReportState {
  const states = (Object.entries(counts) as [RequestState, number][]).filter(([, n]) => n > 0)
  const total = sum(states)
  const ready = counts.ready ?? 0
  const ended = sum(states.filter(([state]) => isFinal(state)))
  const has = (state: RequestState) => (counts[state] ?? 0) > 0
  const state = (): RequestState => {
    if (total === 0) return 'ready'
    if (states.length === 1) return states[0]?.[0] as RequestState
    const moving = states
      .map(([one]) => one)
      .filter((one) => !isFinal(one) && one !== 'unconfirmed')
    if (moving.length > 0) return 'running'
    if (has('unconfirmed')) return 'unconfirmed'
    return ready > 0 ? 'ready' : (ends.find(has) ?? 'failed')
  }
  return {
    state: state(),
    isPartial: ended === total && ready > 0 && ready < total,
    words: total > 1 ? say(counts, ready, total) : null,
    total,
    ready,
    ended,
  }
}

function say(counts: StateCounts, ready: number, total: number): string {
  const others = [...ends, 'unconfirmed' as const].flatMap((state) =>
    counts[state]
      ? [`${counts[state].toLocaleString('en')} ${stateLabels[state].toLowerCase()}`]
      : [],
  )
  return [`${ready.toLocaleString('en')} of ${total.toLocaleString('en')} ready`, ...others].join(
    ', ',
  )
}

function sum(states: readonly [RequestState, number][]): number {
  return states.reduce((all, [, n]) => all + n, 0)
}

/** Whether a report has come to its end: nothing of it moves by itself. */
export function hasEnded(counts: StateCounts): boolean {
  const { ended, total } = reportState(counts)
  return ended === total
}
