import type { ServerResponse } from 'node:http'

const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
]

const always: Record<string, string> = {
  // For what is no page. A page's own policy, with its nonce, comes from proxy.ts and takes this one's place.
  'content-security-policy':
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: forms would then be sent without an Origin that can be checked.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
}

/** Two years, as OWASP advises. */
const httpsOnly = 'max-age=63072000; includeSubDomains'

/**
 * Puts the headers on an answer that every one of ours has, whatever makes it: a page, a route, an asset, or a refusal
 * of Next itself.
 * @param https whether people come by https: only then may a browser be told to insist on it
 */
export function setSecureHeaders(response: ServerResponse, https: boolean): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  keepPrivate(response)
  if (https) response.setHeader('strict-transport-security', httpsOnly)
}

/** Private unless whoever answers says otherwise. Set any earlier, Next would drop what a route says. */
function keepPrivate(response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = function send(this: ServerResponse, ...args: unknown[]) {
    if (!response.headersSent && !response.hasHeader('cache-control'))
      response.setHeader('cache-control', 'private, no-store')
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
