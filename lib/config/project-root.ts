import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder with `prisma/migrations` in it, at or above `from`. The programs run from `dist`, the
 * tests from where the source lies: neither may count on the working directory.
 */
export function findProjectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', 'migrations'))) return folder
    if (folder === dirname(folder)) {
      throw new Error('prisma/migrations is missing: this installation is not complete.')
    }
  }
}
