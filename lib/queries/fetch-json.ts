/** A refusal by our own server, with the sentence it gave. */
export class ApiError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
  }
}

/** A poll that hangs is a poll that failed. */
const patienceMs = 10_000

/**
 * Reads JSON from our own API.
 * @throws {ApiError} when the server answers with anything but 2xx
 * @throws {TypeError | DOMException} when it cannot be reached, or not in time
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(patienceMs)
  const response = await fetch(path, {
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    cache: 'no-store',
    headers: { accept: 'application/json' },
  })
  if (response.ok) return response.json()
  const body: unknown = await response.json().catch(() => null)
  throw new ApiError(response.status, titleOf(body) ?? `The server answered ${response.status}.`)
}

function titleOf(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null || !('title' in problem)) return undefined
  return typeof problem.title === 'string' ? problem.title : undefined
}
