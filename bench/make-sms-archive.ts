import { createWriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { generateSmsCsv } from './sms-rows'

/** Makes a ZIP of about `bytes` with one SMS report in it, as Vonage writes them, unless `path` already is one. */
export async function makeSmsArchive(path: string, bytes: number): Promise<void> {
  if (await stat(path).catch(() => null)) return
  await mkdir(dirname(path), { recursive: true })
  let written = 0
  function* rowsUntilFull() {
    for (const block of generateSmsCsv(20_260_601)) {
      yield block
      if (written >= bytes) return
    }
  }
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written += chunk.length
      done(null, chunk)
    },
  })
  const zip = new yazl.ZipFile()
  zip.addReadStream(Readable.from(rowsUntilFull()), 'report_SMS_a1b2c3d4_20260630.csv')
  zip.end()
  await pipeline(zip.outputStream as Readable, counter, createWriteStream(`${path}.part`))
  await rename(`${path}.part`, path)
}
