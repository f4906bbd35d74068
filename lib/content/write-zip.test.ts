import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import { writeZip, type ZipEntry } from './write-zip'

const modifiedAt = new Date('2026-11-24T10:12:00Z')
const entry = (name: string, text: string, known = true): ZipEntry => ({
  name,
  modifiedAt,
  bytes: known ? Buffer.byteLength(text) : null,
  open: async () => Readable.from([Buffer.from(text)]),
})

async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const opened = await yauzl.fromBufferPromise(zip)
  const files: Record<string, string> = {}
  for await (const one of opened.eachEntry())
    files[one.fileName] = (await buffer(await opened.openReadStreamPromise(one))).toString()
  return files
}

test('gives each entry whole, and says before how long the ZIP is', async () => {
  const { stream, bytes } = writeZip([entry('a/é.zip', 'first'), entry('b', '')])
  const zip = await buffer(stream)
  expect(zip.length).toBe(bytes)
  expect(zip.includes('first')).toBe(true)
  expect(await unzip(zip)).toEqual({ 'a/é.zip': 'first', b: '' })
})

test('packs what it does not know the length of, and then knows none itself', async () => {
  const { stream, bytes } = writeZip([entry('a', 'first'), entry('b', 'x'.repeat(9999), false)])
  expect(bytes).toBeNull()
  const zip = await buffer(stream)
  expect(zip.length).toBeLessThan(2000)
  expect(await unzip(zip)).toEqual({ a: 'first', b: 'x'.repeat(9999) })
})

test.each([
  ['that can’t be opened', { open: () => Promise.reject(new Error('gone')) }, /gone/],
  [
    'that breaks off',
    {
      open: async () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('fir')
            throw new Error('the disk is away')
          })(),
        ),
    },
    /disk is away/,
  ],
  ['that is shorter than it said', { bytes: 100 }, /unexpected number of bytes/],
])('is destroyed by an entry %s', async (_what, fields, message) => {
  const { stream } = writeZip([
    entry('a', 'ok'),
    { ...entry('b', 'first'), ...fields },
    entry('c', ''),
  ])
  await expect(buffer(stream)).rejects.toThrow(message)
})

test('opens one entry at a time, and closes it when the reader goes away', async () => {
  const opened: string[] = []
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(1 << 16))
    },
  })
  const noted = (one: ZipEntry): ZipEntry => ({
    ...one,
    open: () => {
      opened.push(one.name)
      return one.open()
    },
  })
  const { stream } = writeZip([
    noted(entry('a', 'first')),
    noted({ ...entry('b', '', false), open: async () => endless }),
    noted(entry('c', 'last')),
  ])
  for await (const _ of stream) if (opened.includes('b')) break
  await new Promise((closed) => endless.once('close', closed))
  expect(opened).toEqual(['a', 'b'])
})
