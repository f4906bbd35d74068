import type { ServerResponse } from 'node:http'

/** How a route names the length of its answer: Next drops Content-Length from what a route sends. */
const ownName = 'x-body-length'

/**
 * Gives a response its Content-Length back, so that a download shows its progress and a short one is seen as short.
 * A compressed answer keeps none: its length is not known.
 */
export function restoreContentLength(response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = function restore(this: ServerResponse, ...args: unknown[]) {
    const length = response.getHeader(ownName)
    if (length !== undefined && !response.headersSent) {
      response.removeHeader(ownName)
      if (!response.hasHeader('content-encoding')) response.setHeader('content-length', length)
    }
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
