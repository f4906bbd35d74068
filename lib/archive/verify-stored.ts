import { createHash } from 'node:crypto'
import { ArchiveError } from './archive-error'
import type { ArchiveStore, ByteRange, OpenedFile } from './store'

/** What was recorded of an archive when it came; the stored file is held against it. */
export type ArchiveFacts = { key: string; bytes: number; sha256: string }

const rememberedFiles = 2000

type Memory = { verified: Map<string, string>; running: Map<string, Promise<string>> }
const memories = new WeakMap<ArchiveStore, Memory>()

function getMemory(store: ArchiveStore): Memory {
  let memory = memories.get(store)
  if (!memory) {
    memory = { verified: new Map(), running: new Map() }
    memories.set(store, memory)
  }
  return memory
}

/**
 * Proves that the stored file is the recorded one, and returns its identity. The whole file is hashed once for each
 * process and identity; simultaneous askers share that. Throws `missing`, `damaged`, or what the store throws.
 */
export async function verifyStored(store: ArchiveStore, facts: ArchiveFacts): Promise<string> {
  const memory = getMemory(store)
  const name = `${facts.key} ${facts.sha256}`
  const file = await store.stat(facts.key)
  if (!file) throw missing(facts)
  if (file.bytes !== facts.bytes)
    throw damaged(facts, `it has ${file.bytes} bytes, not ${facts.bytes}`)
  if (memory.verified.get(name) === file.identity) return file.identity
  let running = memory.running.get(name)
  if (!running) {
    running = hashStored(store, facts).finally(() => memory.running.delete(name))
    memory.running.set(name, running)
  }
  const identity = await running
  memory.verified.delete(name)
  memory.verified.set(name, identity)
  if (memory.verified.size > rememberedFiles) {
    const [oldest = ''] = memory.verified.keys()
    memory.verified.delete(oldest)
  }
  return identity
}

/** Opens the stored file, but only while it is the one that was verified. */
export async function openVerified(
  store: ArchiveStore,
  facts: ArchiveFacts,
  identity: string,
  range?: ByteRange,
): Promise<OpenedFile> {
  const file = await store.open(facts.key, range)
  if (!file) throw missing(facts)
  if (file.identity !== identity) {
    file.stream.destroy()
    throw damaged(facts, 'it was changed while it was being opened')
  }
  return file
}

async function hashStored(store: ArchiveStore, facts: ArchiveFacts): Promise<string> {
  const file = await store.open(facts.key)
  if (!file) throw missing(facts)
  const hash = createHash('sha256')
  try {
    for await (const chunk of file.stream) hash.update(chunk as Buffer)
  } catch (error) {
    throw new ArchiveError(
      'store-failed',
      `The stored file ${facts.key} can't be read. Check the disk of the archive store.`,
      { cause: error },
    )
  }
  if (hash.digest('hex') !== facts.sha256) {
    throw damaged(facts, 'its SHA-256 is not the recorded one')
  }
  return file.identity
}

function missing({ key }: ArchiveFacts): ArchiveError {
  return new ArchiveError(
    'missing',
    `The stored file ${key} is missing. Bring it back from a backup of the archive store, or ask for the report again.`,
  )
}

/** An error that names a stored file and what is wrong with it. */
export function damaged({ key }: ArchiveFacts, what: string): ArchiveError {
  return new ArchiveError(
    'damaged',
    `The stored file ${key} is damaged: ${what}. Nothing of it is given out. Bring it back from a backup of the archive store, or ask for the report again.`,
  )
}
