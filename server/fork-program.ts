import { type ChildProcess, fork } from 'node:child_process'
import { giveUpExitCode } from '@/lib/config/give-up'
import type { Ending, Run } from './service'

const patienceMs = 10_000

type Options = {
  script: string
  args?: string[]
  env: NodeJS.ProcessEnv
  waitUntilReady: (child: ChildProcess) => Promise<unknown>
}

/**
 * Starts one of our programs, with a channel whose closing tells it that we are gone. It is in a session
 * of its own, since a Ctrl-C must reach it through us, in its turn.
 */
export function forkProgram({ script, args = [], env, waitUntilReady }: Options): Run {
  const child = fork(script, args, {
    env,
    detached: true,
    execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<Ending>((resolve) => {
    child.on('error', (error) => resolve({ reason: error.message, final: false }))
    child.once('exit', (code, signal) => {
      const reason = signal ? `was ended by ${signal}` : `ended with code ${code}`
      resolve({ reason, final: code === giveUpExitCode })
    })
  })
  const ready = waitUntilReady(child)
  ready.catch(() => undefined)
  return { ready, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(timer)
}
