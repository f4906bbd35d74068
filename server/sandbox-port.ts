import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findFreePort } from '@/lib/db/embedded/free-port'

/**
 * The sandbox's port on the loopback address: that of the last run while it is free, since the links
 * that the sandbox handed out name it.
 */
export async function chooseSandboxPort(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'port')
  const last = readPort(file)
  if (last !== undefined && (await isFree(last))) return last
  const port = await findFreePort()
  writeFileSync(file, `${port}\n`)
  return port
}

function readPort(file: string): number | undefined {
  try {
    const port = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return port > 0 && port < 65_536 ? port : undefined
  } catch {
    return undefined
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
