import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

/** API keys that the shared sandbox knows, one for each test: what breaks for one breaks for no other. */
export const sharedKeys = Array.from(
  { length: 200 },
  (_, index) => `e2e${`${index}`.padStart(5, '0')}`,
)

/** The next key that no test has had. A file for each makes that true over all workers. */
export function takeKey(dataDir: string): string {
  const key = sharedKeys.find((candidate) => isFree(join(dataDir, 'keys-in-use', candidate)))
  if (!key) throw new Error('All keys of the shared sandbox are used: give it more.')
  return key
}

function isFree(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'))
    return true
  } catch {
    return false
  }
}
