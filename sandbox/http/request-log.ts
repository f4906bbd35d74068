import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** One request and what became of it. Never holds a secret. */
export type LogEntry = {
  time: string
  operation: string
  method: string
  path: string
  key: string | null
  status: number | null
  outcome: 'answered' | 'dropped' | 'left' | 'called' | 'call-failed'
  workDone: boolean
  requestId: string | null
  fault: string | null
  /** What was asked for, to tell creates apart. */
  product: string | null
  accountId: string | null
  bodySha256: string | null
  ms: number
}

export type RequestLog = {
  write(entry: LogEntry): void
  read(): LogEntry[]
  close(): void
}

/** A file of JSON lines, one a request, written when the request is over. */
export function openRequestLog(path: string): RequestLog {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a', 0o600)
  let open = true
  return {
    write(entry) {
      if (open) writeSync(file, `${JSON.stringify(entry)}\n`)
    },
    read() {
      const lines = readFileSync(path, 'utf8').split('\n')
      return lines.flatMap((line) => {
        try {
          return line ? [JSON.parse(line) as LogEntry] : []
        } catch {
          return []
        }
      })
    },
    close() {
      open = false
      closeSync(file)
    },
  }
}
