import { join } from 'node:path'
import { createDiskStore } from '@/lib/archive/disk-store'
import type { ArchiveStore } from '@/lib/archive/store'
import { getEnv } from '@/lib/config/env'

let store: ArchiveStore | undefined

/** Where this instance keeps its archives: `DATA_DIR/archives`. */
export function getArchiveStore(): ArchiveStore {
  store ??= createDiskStore(join(getEnv().DATA_DIR, 'archives'))
  return store
}
