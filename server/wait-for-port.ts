import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Resolves when something accepts connections on a port of the loopback address. */
export async function waitForPort(port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await accepts(port)) return
    await delay(50)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
