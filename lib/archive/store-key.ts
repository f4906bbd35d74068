import { ArchiveError } from './archive-error'

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** Refuses every key that could name something outside the store or one of its temporary files. */
export function assertStoreKey(key: string): void {
  const segments = key.split('/')
  if (segments.length > 8 || !segments.every((part) => segment.test(part))) {
    throw new ArchiveError(
      'store-failed',
      `The archive store refuses the name ${JSON.stringify(key.slice(0, 80))}.`,
    )
  }
}
