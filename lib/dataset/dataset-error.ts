export type DatasetErrorKind =
  | 'unreadable'
  | 'too-slow'
  | 'missing'
  | 'no-room'
  | 'busy'
  | 'aborted'

/** Records that can't be prepared or asked. The message is for people and names no path. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'
  readonly kind: DatasetErrorKind

  constructor(kind: DatasetErrorKind, message: string, details: { cause?: unknown } = {}) {
    super(message, details)
    this.kind = kind
  }
}
