import { createHash } from 'node:crypto'
import type { ArchiveStore } from './store'
import { type ArchiveFacts, damaged } from './verify-stored'

/** `kept`: it was there already. `missing`: there is none to copy. */
export type Copied = 'copied' | 'kept' | 'missing'

/**
 * Copies a file from one store to another, under the same key, and only as it is recorded: what was copied is hashed on
 * its way. One that is there in its full size was copied before.
 * @throws ArchiveError `damaged` when it is not the recorded one; nothing is left of it then
 */
export async function copyArchive(
  from: ArchiveStore,
  to: ArchiveStore,
  facts: ArchiveFacts,
): Promise<Copied> {
  if ((await to.stat(facts.key))?.bytes === facts.bytes) return 'kept'
  const file = await from.open(facts.key)
  if (!file) return 'missing'
  const write = await to.startWrite(facts.key)
  const hash = createHash('sha256')
  try {
    for await (const chunk of file.stream as AsyncIterable<Buffer>) {
      hash.update(chunk)
      await write.write(chunk)
    }
    if (hash.digest('hex') !== facts.sha256)
      throw damaged(facts, 'its SHA-256 is not the recorded one')
    await write.commit()
    return 'copied'
  } catch (error) {
    file.stream.destroy()
    await write.abort()
    throw error
  }
}
