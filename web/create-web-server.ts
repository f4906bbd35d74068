import { createServer, type RequestListener, type Server } from 'node:http'

/** A server that a slow or talkative client can't hold up. Bodies are limited where they are read. */
export function createWebServer(listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 20_000,
      requestTimeout: 120_000,
      // Longer than common proxies keep theirs: the side that closes first must be the proxy.
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: 5_000,
    },
    listener,
  )
  server.maxHeadersCount = 100
  return server
}
