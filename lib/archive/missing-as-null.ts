/** For `catch`: null for a file or folder that is not there; other errors go on. */
export function missingAsNull(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}
