import { reportFault } from '@/lib/errors/report-fault'
import { getArchiveStore } from './archive-store'

/** Removes files whose rows say that they are deleted. What can't be removed now is removed by the worker's sweep. */
export async function removeStored(keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await getArchiveStore()
      .remove(key)
      .catch((error: unknown) => reportFault(error, 'delete archives'))
}
