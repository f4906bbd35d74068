import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

const prefix = '/_next/static/'
const year = 31_536_000

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Serves the build's scripts, styles and fonts, whose names hold their hash, as the build packed them (Brotli or gzip);
 * anything else, and what is not there, is `next`'s.
 */
export function serveAssets(root: string, next: Handler): Handler {
  const assets = sirv(join(root, '.next', 'static'), {
    brotli: true,
    gzip: true,
    etag: true,
    immutable: true,
    maxAge: year,
    setHeaders: (response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    },
  })
  return (request, response) => {
    const { url = '/' } = request
    if (!url.startsWith(prefix)) return next(request, response)
    request.url = url.slice(prefix.length - 1)
    assets(request, response, () => {
      request.url = url
      next(request, response)
    })
  }
}
