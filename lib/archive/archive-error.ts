/**
 * What went wrong with an archive. `not-zip`, `truncated`, `corrupt`, `several-entries`, `too-large`, `too-slow`: the
 * file that came; `store-full`, `store-failed`: our storage; `missing`, `damaged`: a file that was ours; `aborted`: we stopped.
 */
export type ArchiveErrorKind =
  | 'not-zip'
  | 'truncated'
  | 'corrupt'
  | 'several-entries'
  | 'too-large'
  | 'too-slow'
  | 'store-full'
  | 'store-failed'
  | 'missing'
  | 'damaged'
  | 'aborted'

/** An expected failure around an archive. Its message is written for the person who reads it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly kind: ArchiveErrorKind

  constructor(kind: ArchiveErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
