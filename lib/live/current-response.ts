import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

type Slot = { reportsDashboardResponse?: AsyncLocalStorage<ServerResponse> }

/** One for the process: the web server and the pages are bundled apart, each with a copy of this module. */
function storage(): AsyncLocalStorage<ServerResponse> {
  const slot = globalThis as Slot
  slot.reportsDashboardResponse ??= new AsyncLocalStorage()
  return slot.reportsDashboardResponse
}

/** Does `work`, within which `findCurrentResponse` gives this response. */
export function withResponse(response: ServerResponse, work: () => void): void {
  storage().run(response, work)
}

/** The connection's own response to the request that is being answered; undefined outside the web server. */
export function findCurrentResponse(): ServerResponse | undefined {
  return storage().getStore()
}
