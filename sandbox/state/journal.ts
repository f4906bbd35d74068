import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'

export type Journal = {
  /** Resolves once the line is on the disk: what was answered after that survives a `kill -9`. */
  append(entry: object): Promise<void>
  close(): Promise<void>
}

/** Reads whole lines; what a killed process left of its last line is cut off. */
async function recover(path: string): Promise<unknown[]> {
  let content: Buffer
  try {
    content = await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  const entries: unknown[] = []
  let start = 0
  while (start < content.length) {
    const end = content.indexOf(10, start)
    if (end < 0) break
    try {
      entries.push(JSON.parse(content.toString('utf8', start, end)))
    } catch (cause) {
      if (content.indexOf(10, end + 1) < 0 && end + 1 === content.length) break
      const line = entries.length + 1
      throw new Error(
        `The sandbox's journal ${path} is damaged in line ${line}. Remove the folder to start afresh.`,
        { cause },
      )
    }
    start = end + 1
  }
  if (start < content.length) await truncate(path, start)
  return entries
}

/** Opens an append-only file of JSON lines and hands out what it holds. Lines that wait are written together. */
export async function openJournal(path: string): Promise<{ journal: Journal; entries: unknown[] }> {
  await mkdir(dirname(path), { recursive: true })
  const entries = await recover(path)
  const file = await open(path, 'a', 0o600)
  return { journal: createJournal(file), entries }
}

function createJournal(file: FileHandle): Journal {
  let waiting: string[] = []
  let flushed: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  const flush = async () => {
    const lines = waiting.join('')
    waiting = []
    flushed = null
    await file.appendFile(lines)
    await file.datasync()
  }
  return {
    append(entry) {
      waiting.push(`${JSON.stringify(entry)}\n`)
      if (!flushed) {
        flushed = last.then(flush)
        last = flushed.catch(() => {})
      }
      return flushed
    },
    async close() {
      await last
      await file.close()
    },
  }
}
