import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readArchive } from '../testing/read-archive'
import { writeZip, type ZipFlaw } from './zip'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

const made = Date.UTC(2026, 9, 14, 12, 30, 2)
const entry = (name: string, ...texts: string[]) => ({ name, content: pieces(...texts) })
const zip = (flaw: ZipFlaw | null, ...entries: ReturnType<typeof entry>[]) =>
  buffer(writeZip(entries, made, flaw))

test('writes what other programs read, with data descriptors', async () => {
  const archive = await zip(null, entry('a.csv', '"x"\n', '"1"\n'), entry('ü.csv', ''))
  expect(await readArchive(archive)).toEqual([
    { name: 'a.csv', text: '"x"\n"1"\n', flags: 0x0808, method: 8 },
    { name: 'ü.csv', text: '', flags: 0x0808, method: 8 },
  ])
  expect(archive.readUInt32LE(18)).toBe(0)
})

test('writes an archive without files', async () => {
  expect(await readArchive(await zip(null))).toEqual([])
})

test('passes on what goes wrong with the content', async () => {
  const failing = async function* () {
    yield Buffer.from('a')
    throw new Error('no more rows')
  }
  await expect(buffer(writeZip([{ name: 'a', content: failing() }], made))).rejects.toThrow(
    'no more',
  )
})

test.each<[ZipFlaw, RegExp]>([
  ['truncated', /end of central directory/i],
  ['no-directory', /end of central directory/i],
  ['bad-crc', /checksum/],
])('%s is found by a careful reader', async (flaw, message) => {
  await expect(zip(flaw, entry('a.csv', 'text')).then(readArchive)).rejects.toThrow(message)
})

test('breaks off in the middle when it is told to', async () => {
  await expect(zip('dropped', entry('a.csv', 'text'))).rejects.toThrow()
})
