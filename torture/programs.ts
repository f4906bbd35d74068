import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { findProjectRoot } from '@/lib/config/project-root'

/** A program of the production build that may be ended at any moment, and started again. */
export type Program = {
  name: string
  start: () => Promise<void>
  /** Ends it as the signal does; with `SIGTERM` it ends by itself. Waits until it has. */
  end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
  /** It stands still, and goes on as if nothing had been. */
  pause: (isPaused: boolean) => void
  isRunning: () => boolean
}

type Options = {
  name: string
  program: 'web' | 'worker' | 'sandbox'
  args?: string[]
  env: Record<string, string>
  /** What it prints when it is ready. */
  ready: RegExp | null
  logFolder: string
}

/** Everything that it prints is kept in a file of its name. */
export function createProgram({
  name,
  program,
  args = [],
  env,
  ready,
  logFolder,
}: Options): Program {
  const log = createWriteStream(join(logFolder, `${name}.log`))
  let child: ChildProcess | undefined
  const isRunning = () =>
    child !== undefined && child.exitCode === null && child.signalCode === null

  return {
    name,
    isRunning,
    async start() {
      if (isRunning()) return
      const script = join(findProjectRoot(), 'dist', `${program}.js`)
      const { PATH = '', HOME = '/' } = process.env
      const started = spawn(
        process.execPath,
        ['--enable-source-maps', '--disable-warning=ExperimentalWarning', script, ...args],
        {
          cwd: findProjectRoot(),
          env: { PATH, HOME, NODE_ENV: 'production', ...env },
          stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        },
      )
      child = started
      let text = ''
      for (const stream of [started.stdout, started.stderr])
        stream?.setEncoding('utf8').on('data', (chunk: string) => {
          log.write(chunk)
          if (text.length < 100_000) text += chunk
          if (ready?.test(text)) started.emit('said')
        })
      const isReady = new Promise<void>((resolve) => {
        started.once('said', resolve)
        started.once('exit', () => resolve())
        started.on('message', (message: { type?: string }) => {
          if (message.type === 'ready') resolve()
        })
      })
      await isReady
    },
    async end(signal) {
      if (!child || !isRunning()) return
      const exited = once(child, 'exit')
      child.kill('SIGCONT')
      child.kill(signal)
      await exited
    },
    pause: (isPaused) => void child?.kill(isPaused ? 'SIGSTOP' : 'SIGCONT'),
  }
}
