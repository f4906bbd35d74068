import { ArchiveError } from './archive-error'

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Throws a file system error on as one for people; an `ArchiveError` passes unchanged. */
export function toStoreError(error: unknown): never {
  if (error instanceof ArchiveError) throw error
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown fault'
  if (fullCodes.has(code)) {
    throw new ArchiveError(
      'store-full',
      `The archive store is full (${code}). Free some disk space; the file is then fetched again.`,
      { cause: error },
    )
  }
  throw new ArchiveError(
    'store-failed',
    `The archive store failed (${code}). Check that its folder exists, is writable and its disk is healthy.`,
    { cause: error },
  )
}
