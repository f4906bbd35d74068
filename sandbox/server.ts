import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDirectory } from './accounts/directory'
import { handleAdmin } from './admin/handle-admin'
import { createClock } from './clock'
import { createFaultRegistry } from './faults/registry'
import { type Gate, handleRequest } from './http/handle-request'
import { createRateLimit } from './http/rate-limit'
import { openRequestLog } from './http/request-log'
import { defaultCredentials, defaultOptions, type SandboxOptions } from './options'
import { openSource } from './records/open-source'
import { createCallbacks } from './reports/callbacks'
import { createCounter } from './reports/counter'
import type { Sandbox } from './sandbox'
import { openJournal } from './state/journal'
import { createLedger } from './state/ledger'

export type RunningSandbox = {
  /** `http://127.0.0.1:4010`, without a slash at its end. */
  url: string
  /** Breaks open connections and writes down what is left. */
  close(): Promise<void>
}

async function openSandbox(options: SandboxOptions) {
  const settings = { ...defaultOptions, ...options }
  const { journal, entries } = await openJournal(join(options.dataDir, 'journal.ndjson'))
  const ledger = createLedger(journal, entries)
  const clock = createClock(settings.speed, options.realNow)
  clock.moveTo(ledger.clockOffset())
  const primary = {
    apiKey: options.apiKey ?? defaultCredentials.apiKey,
    apiSecret: options.apiSecret ?? defaultCredentials.apiSecret,
  }
  const log = openRequestLog(join(options.dataDir, 'requests.ndjson'))
  const faults = createFaultRegistry(options.faults ?? [])
  const sandbox: Sandbox = {
    clock,
    ledger,
    log,
    faults,
    directory: createDirectory(primary, options.accounts ?? []),
    counter: createCounter(
      (job) => openSource(sandbox, job.question, job.receivedAt),
      (job, result) => ledger.setResult(job.id, result).then(() => sandbox.callbacks.schedule()),
      clock,
      settings.maxRows,
    ),
    callbacks: createCallbacks({ clock, ledger, faults, log }),
    traffic: { seed: settings.seed, volume: settings.volume },
    primaryKey: primary.apiKey,
    maxRows: settings.maxRows,
    syncDayLimit: settings.syncDayLimit,
  }
  for (const job of ledger.jobs.values()) if (!job.result) sandbox.counter.enqueue(job)
  sandbox.callbacks.schedule()
  return { sandbox, journal, settings }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
      resolve(`http://${name}:${address.port}`)
    })
  })
}

/** Starts a sandbox: Vonage's Reports API over HTTP, with its memory in `dataDir`. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { sandbox, journal, settings } = await openSandbox(options)
  const gate: Gate = {
    sandbox,
    allow: createRateLimit(settings.requestsPerSecond),
    url: '',
  }
  const underWay = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const admin = request.url?.startsWith('/__sandbox')
    const handle = admin ? handleAdmin : handleRequest
    const handled = handle(gate, request, response)
      .catch((error: unknown) => {
        response.destroy()
        if (request.complete) console.error('The sandbox failed to answer a request:', error)
      })
      .finally(() => underWay.delete(handled))
    underWay.add(handled)
  })
  gate.url = await listen(server, settings.port, settings.host)
  return {
    url: gate.url,
    async close() {
      sandbox.callbacks.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      // What is being written down is finished; a fault that makes an answer wait is not waited for.
      await Promise.race([Promise.all(underWay), wait(1000, undefined, { ref: false })])
      await sandbox.counter.stop()
      await journal.close()
      sandbox.log.close()
    },
  }
}
