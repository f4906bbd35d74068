import { createServer, type RequestListener, type Server } from 'node:http'
import { setSecureHeaders } from './secure-headers'

/**
 * A server that a slow or talkative client can't hold up, and whose every answer has the headers that keep browsers
 * safe. Bodies are limited where they are read.
 * @param https whether people come by https
 */
export function createWebServer(listener: RequestListener, { https = false } = {}): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 20_000,
      requestTimeout: 120_000,
      // Longer than common proxies keep theirs: the side that closes first must be the proxy.
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      setSecureHeaders(response, https)
      listener(request, response)
    },
  )
  server.maxHeadersCount = 100
  return server
}
