import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A program of the production build, with all that it has printed, which is also kept beside the traces. */
export type Program = {
  output: () => string
  /** Waits until its output matches. @throws when it ends before, or takes longer than a minute */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Asks it to end, as Ctrl-C does, and waits until it has. */
  stop: () => Promise<void>
  /** `kill -9` for it and every process that it has started, all at once. */
  killAll: () => Promise<void>
}

const root = join(import.meta.dirname, '..', '..')
/** Where all that the programs print is kept. */
export const logsFolder = join(root, 'test-results', 'logs')

export function startProgram(
  name: 'server' | 'sandbox',
  args: string[],
  env: Record<string, string>,
): Program {
  const { PATH = '', HOME = '/' } = process.env
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--disable-warning=ExperimentalWarning', `dist/${name}.js`, ...args],
    {
      cwd: root,
      env: { PATH, HOME, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  mkdirSync(logsFolder, { recursive: true })
  const log = createWriteStream(join(logsFolder, `${name}-${child.pid}.log`))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      log.write(text)
    })
  const ended = once(child, 'exit')

  return {
    output: () => output,
    waitFor: (pattern) => waitForOutput(child, () => output, pattern),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    killAll: async () => {
      for (const pid of listFamily(child.pid ?? 0)) kill(pid)
      await ended
    },
  }
}

async function waitForOutput(
  child: ChildProcess,
  read: () => string,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const found = pattern.exec(read())
    if (found) return found
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The program never printed ${pattern}. It printed:\n${read()}`)
    await pause(50)
  }
}

/** A process and its descendants, the youngest first. */
function listFamily(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const family = [pid]
  for (const member of family)
    for (const [child, parent] of pairs) if (parent === member && child) family.push(child)
  return family.reverse()
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone with its parent.
  }
}
