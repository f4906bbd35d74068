import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between two programs, and can cut them off from one another. */
export type TcpProxy = {
  port: number
  /** Breaks all connections that are open now. */
  cut: () => void
  /** While it is shut, what comes is broken at once. */
  shut: (isShut: boolean) => void
  close: () => void
}

/** @param ports where what comes is handed on to: the first that takes it, beginning with another one each time */
export async function startTcpProxy(ports: readonly number[]): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let isShut = false
  let turn = 0

  async function connectToFirst(): Promise<Socket | null> {
    turn += 1
    for (let index = 0; index < ports.length; index++) {
      const socket = connect(ports[(turn + index) % ports.length] ?? 0, '127.0.0.1')
      try {
        await once(socket, 'connect')
        return socket
      } catch {
        socket.destroy()
      }
    }
    return null
  }

  async function join(client: Socket): Promise<void> {
    hold(client)
    const target = isShut ? null : await connectToFirst()
    if (!target || isShut || client.destroyed) {
      target?.destroy()
      client.destroy()
      return
    }
    hold(target)
    client.pipe(target)
    target.pipe(client)
    client.once('close', () => target.destroy())
    target.once('close', () => client.destroy())
  }

  function hold(socket: Socket): void {
    open.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
  }

  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const server = createServer((client) => void join(client))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    shut(next) {
      isShut = next
      if (next) cut()
    },
    close() {
      server.close()
      cut()
    },
  }
}
