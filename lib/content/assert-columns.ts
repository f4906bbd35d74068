import { ContentError } from './content-error'

/** @throws ContentError where a file's header is not the one that was recorded when it came */
export function assertColumns(found: readonly string[], recorded: readonly string[]): void {
  if (found.length === recorded.length && found.every((name, index) => name === recorded[index]))
    return
  throw new ContentError('The file’s columns are not the ones that were recorded when it came.')
}
