import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { defaultCredentials, type SandboxOptions } from '../options'
import { type RunningSandbox, startSandbox } from '../server'
import { createTestClient } from './test-client'

export const key = defaultCredentials.apiKey
export const startOfTest = Date.UTC(2026, 9, 14, 12, 0, 0)

// Reports of thousands of rows take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** For `expect.poll`: a busy machine may be slow, a broken sandbox never gets there. */
export const patiently = { timeout: 30_000 }

/** A folder that is gone when the test is over. */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-test-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

/**
 * A sandbox of little traffic for one test, with a clock that stands still until the test moves it, and no limit on requests
 * unless the test sets one.
 */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}) {
  const time = { now: startOfTest }
  const settings = {
    dataDir: options.dataDir ?? makeDataDir(),
    port: 0,
    volume: 0.4,
    requestsPerSecond: { async: 1e6, sync: 1e6 },
    realNow: () => time.now,
    ...options,
  }
  let running: RunningSandbox = await startSandbox(settings)
  onTestFinished(() => running.close())
  const client = createTestClient(() => running.url, defaultCredentials)
  return {
    ...client,
    time,
    dataDir: settings.dataDir,
    url: () => running.url,
    /** Ends it and starts it again on the same folder, at another port. */
    async restart() {
      await running.close()
      running = await startSandbox(settings)
    },
  }
}
