import type { IncomingMessage } from 'node:http'

const proxyHeaders = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']

/**
 * Makes `x-forwarded-for` end with an address that nobody can forge: that of the connection. With N proxies
 * in front, the person's address is then the N+1st from the right. What else a proxy tells is believed only
 * if there is one.
 */
export function stampClientAddress(request: IncomingMessage, trustedProxies: number): void {
  const { headers, socket } = request
  const claimed = trustedProxies > 0 ? headers['x-forwarded-for'] : undefined
  headers['x-forwarded-for'] = [claimed ?? [], socket.remoteAddress ?? 'unknown'].flat().join(', ')
  if (trustedProxies > 0) return
  for (const name of proxyHeaders) delete headers[name]
}
