import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildProgram } from '@/lib/config/build-test-program'

/** A program in the place of ours: it says who it is and ends as ours do. */
const stub = (name: string, body: string) => `
import { createServer } from 'node:http'
process.on('SIGTERM', () => { console.log('stopped ${name}'); process.exit(0) })
process.on('disconnect', () => process.exit(0))
// Said last: whoever reads it may stop this program at once.
console.log('stub ${name} ' + process.pid + ' ' + process.env.DATABASE_URL)
${body}`

const stubs = {
  sandbox: "createServer().listen(process.argv[process.argv.indexOf('--port') + 1], '127.0.0.1')",
  web: `
if (process.env.WEB_GIVES_UP) { console.error('the port is in use'); process.exit(78) }
process.send({ type: 'ready', address: 'http://web.example' })`,
  worker: '',
}

/** Builds the real supervisor beside stubs of the programs that it starts. */
export async function buildSupervisor(): Promise<{ folder: string; remove: () => void }> {
  const { folder, remove } = await buildProgram('server')
  for (const [name, body] of Object.entries(stubs)) {
    writeFileSync(join(folder, `${name}.js`), stub(name, body))
  }
  return { folder, remove }
}

/** A running supervisor and all that was said by it and its programs. */
export type TestSupervisor = {
  pid: number
  lines: string[]
  exited: Promise<number | null>
  /** Waits for a line, said already or still to come, after the first `skip` lines. */
  waitFor: (pattern: RegExp, skip?: number) => Promise<RegExpExecArray>
  kill: (signal: NodeJS.Signals) => void
}

export function startSupervisor(
  folder: string,
  dataDir: string,
  extraEnv: Record<string, string> = {},
): TestSupervisor {
  const { DATABASE_URL, ...env } = process.env
  const child = spawn(process.execPath, [join(folder, 'server.js')], {
    env: { ...env, DATA_DIR: dataDir, ...extraEnv },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      child.emit('line', line)
    })
  }
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  return {
    pid: child.pid ?? 0,
    lines,
    exited,
    waitFor: (pattern, skip = 0) => waitForLine(child, lines, pattern, skip),
    kill: (signal) => void child.kill(signal),
  }
}

async function waitForLine(
  child: ChildProcess,
  lines: string[],
  pattern: RegExp,
  skip: number,
): Promise<RegExpExecArray> {
  for (;;) {
    for (const line of lines.slice(skip)) {
      const match = pattern.exec(line)
      if (match) return match
    }
    await once(child, 'line', { signal: AbortSignal.timeout(50_000) }).catch((cause) => {
      throw new Error(`No line like ${pattern} in:\n${lines.join('\n')}`, { cause })
    })
  }
}
