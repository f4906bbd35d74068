import type { MigrationFile } from './migration-files'

/** A row of Prisma's table `_prisma_migrations`, as far as it matters here. */
export type MigrationRow = {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

/** The schema of the database is not what this version can work with. The message says what to do. */
export class SchemaError extends Error {
  override name = 'SchemaError'
}

/**
 * The migrations that are still to be applied.
 * @throws SchemaError when the database is newer than this version, was migrated with other files, or
 * holds a migration that failed halfway
 */
export function planMigrations(files: MigrationFile[], rows: MigrationRow[]): MigrationFile[] {
  const standing = rows.filter((row) => row.rolled_back_at === null)
  const known = new Map(files.map((file) => [file.name, file]))

  const halfway = standing.find((row) => row.finished_at === null)
  if (halfway) {
    throw new SchemaError(
      `The migration ${halfway.migration_name} began and never finished, outside this program. Look at the database, then mark it with: npx prisma migrate resolve --applied (or --rolled-back) ${halfway.migration_name}`,
    )
  }
  const newer = standing.filter((row) => !known.has(row.migration_name))
  if (newer.length > 0) {
    const names = newer.map((row) => row.migration_name).join(', ')
    throw new SchemaError(
      `The database was migrated by a newer version of this program (${names}). Start that version, or restore a backup from before it.`,
    )
  }
  const changed = standing.find((row) => known.get(row.migration_name)?.checksum !== row.checksum)
  if (changed) {
    throw new SchemaError(
      `The migration ${changed.migration_name} was applied with another text than this version has. Restore prisma/migrations as it was released.`,
    )
  }
  const applied = new Set(standing.map((row) => row.migration_name))
  return files.filter((file) => !applied.has(file.name))
}
