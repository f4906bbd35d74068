import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { buildProgram } from '@/lib/config/build-test-program'

/** A worker as a process of its own, with what it has said. */
export type TestWorker = {
  lines: string[]
  kill: (signal: NodeJS.Signals) => void
  exited: Promise<number | null>
}

/** Builds the real worker, to be started any number of times. */
export async function buildWorker() {
  const { script, remove } = await buildProgram('worker')
  return { start: () => startWorker(script), remove }
}

/** Starts a worker with this process's environment, and waits until it is ready. */
async function startWorker(script: string): Promise<TestWorker> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  await waitUntilReady(child, lines)
  return { lines, exited, kill: (signal) => void child.kill(signal) }
}

function waitUntilReady(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The worker ended:\n${lines.join('\n')}`)))
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      lines.push(line)
      if (line.includes('worker ready')) resolve()
    })
  })
}
