/** Records that can't be given out as asked: the stored file is whole, but what is in it does not fit. */
export class ContentError extends Error {
  override readonly name = 'ContentError'
}
