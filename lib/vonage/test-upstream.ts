import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createVonageClient } from './client'
import type { VonageClientOptions } from './client-options'

export const testSecret = 'S3cret+/"quoted"=='

/** A client of the server under test, with the credentials that tests look for in what comes out. */
export function createTestClient(baseUrl: string, options: Partial<VonageClientOptions> = {}) {
  return createVonageClient({
    baseUrl,
    apiKey: 'abcd1234',
    apiSecret: testSecret,
    acquire: async () => {},
    ...options,
  })
}

export type Received = {
  method: string
  url: string
  body: string
  headers: IncomingMessage['headers']
}

/** A real HTTP server that keeps what it received; closed when the test ends. */
export async function startUpstream(
  answer: (request: Received, response: ServerResponse) => void,
): Promise<{ url: string; received: Received[]; connections: () => number }> {
  const received: Received[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    const seen = { method, url, body, headers }
    received.push(seen)
    answer(seen, response)
  })
  server.on('connection', () => connections++)
  const url = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url, received, connections: () => connections }
}

/** An HTTP server that always answers the same. */
export function startAnswering(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  return startUpstream((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
}

/** A TCP server that does to each connection what the test says; closed when the test ends. */
export async function startRaw(
  onConnection: (socket: Socket, number: number) => void,
): Promise<{ url: string; connections: () => number }> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createNetServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket, ++connections)
  })
  const url = await listen(server)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url, connections: () => connections }
}

async function listen(server: ReturnType<typeof createNetServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
