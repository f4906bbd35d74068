import type { FaultOrder } from '../../sandbox/faults/fault'
import type { LogEntry } from '../../sandbox/http/request-log'
import type { Job, Question } from '../../sandbox/state/job'

type ListedJob = Job & { status: string }

export type SandboxAddress = { url: string; apiKey: string; apiSecret: string }

export type KeyPair = { apiKey: string; apiSecret: string }

/** The sandbox's own controls. */
export class SandboxAdmin {
  readonly #address: SandboxAddress

  constructor(address: SandboxAddress) {
    this.#address = address
  }

  async #call(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
    const response = await this.fetch(`/__sandbox/${path}`, this.#address, init)
    const answer = await response.text()
    if (!response.ok) throw new Error(`The sandbox refused ${path}: ${answer}`)
    return JSON.parse(answer)
  }

  /** A call as a customer makes it. */
  fetch(path: string, { apiKey, apiSecret }: KeyPair, init: RequestInit = {}): Promise<Response> {
    const pair = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
    return fetch(new URL(path, this.#address.url), {
      ...init,
      headers: { authorization: `Basic ${pair}`, 'content-type': 'application/json' },
    })
  }

  /** From now on this goes wrong. @returns what takes it back */
  async break(order: FaultOrder): Promise<() => Promise<void>> {
    const { id } = await this.#call('faults', { method: 'POST', body: JSON.stringify(order) })
    return async () => void (await this.#call(`faults/${id}`, { method: 'DELETE' }))
  }

  /** What a key's requests were and what became of them, the oldest first. */
  async log(apiKey: string, operation: LogEntry['operation']): Promise<LogEntry[]> {
    const { entries } = await this.#call(`log?limit=100000&operation=${operation}`)
    return (entries as LogEntry[]).filter(({ key }) => key === apiKey)
  }

  /** The same for all that a key asked. */
  async allLogged(apiKey: string): Promise<LogEntry[]> {
    const { entries } = await this.#call('log?limit=1000000')
    return (entries as LogEntry[]).filter(({ key }) => key === apiKey)
  }

  /** From now on nothing goes wrong. */
  async mend(): Promise<void> {
    await this.#call('faults', { method: 'DELETE' })
  }

  /** How many reports a key's creates really made. */
  async countMade(apiKey: string): Promise<number> {
    return (await this.log(apiKey, 'create')).filter(({ workDone }) => workDone).length
  }

  /** What a key's reports were asked for with, the oldest first. */
  async questions(apiKey: string): Promise<Question[]> {
    return (await this.#jobs(apiKey)).map(({ question }) => question)
  }

  /** How a key's reports are, in Vonage's words. */
  async statuses(apiKey: string): Promise<string[]> {
    return (await this.#jobs(apiKey)).map(({ status }) => status)
  }

  async #jobs(apiKey: string): Promise<ListedJob[]> {
    return (await this.jobs())
      .filter((job) => job.apiKey === apiKey)
      .toSorted((a, b) => a.receivedAt - b.receivedAt)
  }

  /** Everything that was ever made, and how it is. */
  async jobs(): Promise<ListedJob[]> {
    return (await this.#call('reports')).reports as ListedJob[]
  }

  async advanceClock(advanceMs: number): Promise<void> {
    await this.#call('clock', { method: 'POST', body: JSON.stringify({ advanceMs }) })
  }
}
