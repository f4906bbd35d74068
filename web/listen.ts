import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

const tries = 6
const hopeless: Record<string, string> = {
  EADDRINUSE: 'is in use by another program. Stop that one, or set PORT to another',
  EACCES: 'may not be used by this user. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine. Set HOST to one that is (127.0.0.1, 0.0.0.0)',
  ENOTFOUND: 'is no known host. Set HOST to an address of this machine (127.0.0.1, 0.0.0.0)',
}

/** The address can't be listened on, and that won't pass by itself. */
export class ListenError extends Error {
  override name = 'ListenError'
}

/**
 * Listens, and returns the address for a browser on this machine.
 * @throws ListenError when the port or host can't be used
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  pauseMs = 500,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      server.listen({ host, port })
      await once(server, 'listening')
      break
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? `${cause.code}` : ''
      // A predecessor that was just told to end may need a moment to let go.
      if (code === 'EADDRINUSE' && attempt < tries) {
        await delay(pauseMs)
        continue
      }
      const advice = hopeless[code]
      if (!advice) throw cause
      throw new ListenError(`${host}:${port} ${advice}.`, { cause })
    }
  }
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return `http://${toBrowserHost(host)}:${bound}`
}

function toBrowserHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
