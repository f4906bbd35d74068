import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { toStoreError } from './disk-error'
import { missingAsNull } from './missing-as-null'

/** Every file below a folder by its key, as a store lists them. What vanishes meanwhile is left out. */
export async function* listFolder(
  dir: string,
  prefix = '',
): AsyncGenerator<{ key: string; modifiedAt: Date }, void, undefined> {
  const folder = await opendir(join(dir, prefix)).catch(missingAsNull).catch(toStoreError)
  if (!folder) return
  for await (const entry of folder) {
    // Hidden: where temporary files lie.
    if (entry.name.startsWith('.')) continue
    const key = `${prefix}${entry.name}`
    if (entry.isDirectory()) yield* listFolder(dir, `${key}/`)
    const facts = entry.isFile() && (await stat(join(dir, key)).catch(missingAsNull))
    if (facts) yield { key, modifiedAt: facts.mtime }
  }
}
