import { PassThrough, pipeline, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of a ZIP to be written. */
export type ZipEntry = {
  name: string
  modifiedAt: Date
  /** Bytes, where they are known and stored as they are; null: packed, and as long as it turns out. */
  bytes: number | null
  /** Opened when its turn comes. */
  open: () => Promise<Readable>
}

/** `bytes`: of the whole ZIP; null where an entry's are not known. */
export type WrittenZip = { stream: Readable; bytes: number | null }

/**
 * Writes a ZIP as it is read (ZIP64 where it must be): one entry open at a time, constant memory. When an entry fails,
 * or has not the bytes that it said, the stream is destroyed with that error; when the stream is destroyed, the open
 * entry is closed.
 */
export function writeZip(entries: readonly ZipEntry[]): WrittenZip {
  const zip = new ZipFile()
  const stream = new PassThrough()
  let current: Readable | null = null
  const fail = (error: Error) => stream.destroy(error)
  pipeline(zip.outputStream, stream, () => current?.destroy())
  zip.on('error', fail)
  for (const { name, modifiedAt, bytes, open } of entries) {
    const options = {
      mtime: modifiedAt,
      compress: bytes === null,
      ...(bytes === null ? {} : { size: bytes }),
    }
    zip.addReadStreamLazy(name, options, (give) => {
      if (stream.destroyed) return
      open().then((source) => {
        current = source
        source.on('error', fail)
        if (stream.destroyed) source.destroy()
        else give(null, source)
      }, fail)
    })
  }
  let total = -1
  const learn = (size: number) => {
    total = size
  }
  zip.end({ forceZip64Format: false, comment: '' }, learn as () => void)
  return { stream, bytes: total === -1 ? null : total }
}
