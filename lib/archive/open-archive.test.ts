import { createHash } from 'node:crypto'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { openArchive } from './open-archive'
import { openCsv } from './open-csv'
import type { ArchiveStore } from './store'
import { createTestStore } from './test-store'
import { buildZip, type TestZip } from './test-zip'

const key = '2026/11/report.zip'
const dataStart = 30 + 'report_SMS_a1b2c3d4_20260630.csv'.length
const csv = `"id"\n${Array.from({ length: 200_000 }, (_, row) => `"${row}"\n`).join('')}`

async function keep(zip: Buffer) {
  const { store, dir } = await createTestStore()
  const write = await store.startWrite(key)
  await write.write(zip)
  await write.commit()
  const sha256 = createHash('sha256').update(zip).digest('hex')
  return { store, path: join(dir, key), facts: { key, bytes: zip.length, sha256 } }
}

/** Counts how often the file is read from its start to its end. */
function watch(store: ArchiveStore) {
  const seen = { whole: 0 }
  const watched: ArchiveStore = {
    ...store,
    open(name, range) {
      if (!range) seen.whole++
      return store.open(name, range)
    },
  }
  return { seen, watched }
}

/** A store whose files say other bytes than those that were verified, as a failing disk might. */
function corruptReads(store: ArchiveStore, change: (bytes: Buffer) => Buffer): ArchiveStore {
  return {
    ...store,
    async open(name, range) {
      const file = await store.open(name, range)
      if (!file || range?.start !== dataStart) return file
      const changed = change(await buffer(file.stream))
      return { ...file, stream: Readable.from([changed]) }
    },
  }
}

function refused(kind: string) {
  return expect.objectContaining({ name: 'ArchiveError', kind })
}

async function readUntilError(stream: Readable): Promise<{ bytes: number; error: unknown }> {
  let bytes = 0
  try {
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    return { bytes, error: null }
  } catch (error) {
    return { bytes, error }
  }
}

describe('openArchive', () => {
  const zip = buildZip(csv)

  test('gives the file bit for bit, or a range of it', async () => {
    const { store, facts } = await keep(zip)
    const opened = await openArchive(store, facts)
    expect((await buffer(opened.stream)).equals(zip)).toBe(true)
    expect(opened.bytes).toBe(zip.length)
    const part = await openArchive(store, facts, { start: 5, end: 300 })
    expect((await buffer(part.stream)).equals(zip.subarray(5, 301))).toBe(true)
    expect(part.bytes).toBe(296)
  })

  test('hashes a file once, also for many who ask at the same time', async () => {
    const { store, facts } = await keep(zip)
    const { seen, watched } = watch(store)
    const range = { start: 0, end: 9 }
    const opened = await Promise.all([1, 2, 3].map(() => openArchive(watched, facts, range)))
    opened.push(await openArchive(watched, facts, range))
    for (const { stream } of opened) stream.destroy()
    expect(seen.whole).toBe(1)
  })

  test('names a missing and a damaged file before any byte', async () => {
    const { store, facts, path } = await keep(zip)
    await expect(openArchive(store, { ...facts, key: 'other.zip' })).rejects.toEqual(
      refused('missing'),
    )
    await expect(openArchive(store, { ...facts, sha256: '0'.repeat(64) })).rejects.toEqual(
      refused('damaged'),
    )
    await expect(openArchive(store, { ...facts, bytes: 1 })).rejects.toEqual(refused('damaged'))
    await openArchive(store, facts).then(({ stream }) => stream.destroy())
    const bad = Buffer.from(zip)
    bad.writeUInt8(bad.readUInt8(99) ^ 1, 99)
    await writeFile(path, bad)
    const again = openArchive(store, facts)
    await expect(again).rejects.toEqual(refused('damaged'))
    await expect(again).rejects.toThrow(key)
  })

  test('says when the file can not be read', async () => {
    const { store, facts } = await keep(zip)
    const failing: ArchiveStore = {
      ...store,
      async open(name) {
        const file = await store.open(name)
        file?.stream.destroy(new Error('EIO'))
        return file
      },
    }
    await expect(openArchive(failing, facts)).rejects.toEqual(refused('store-failed'))
  })

  test('refuses a file that was exchanged between the check and the opening', async () => {
    const { store, facts } = await keep(zip)
    const swapped: ArchiveStore = {
      ...store,
      async open(name, range) {
        const file = await store.open(name, range)
        return file && range ? { ...file, identity: 'another' } : file
      },
    }
    const opened = openArchive(swapped, facts, { start: 0, end: 9 })
    await expect(opened).rejects.toEqual(refused('damaged'))
  })

  test('breaks off with an error when the file becomes shorter while it is read', async () => {
    const { store, facts, path } = await keep(zip)
    const { stream } = await openArchive(store, facts)
    await truncate(path, 1000)
    expect(await readUntilError(stream)).toMatchObject({ error: refused('damaged') })
  })
})

describe('openCsv', () => {
  test.each<[string, TestZip]>([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['ZIP64', { zip64: true, descriptor: 'wide' }],
  ])('unpacks a report that is %s', async (_what, layout) => {
    const { store, facts } = await keep(buildZip(csv, layout))
    const opened = await openCsv(store, { ...facts, csvBytes: csv.length })
    expect(opened).toMatchObject({
      bytes: csv.length,
      entryName: 'report_SMS_a1b2c3d4_20260630.csv',
    })
    expect(await text(opened.stream)).toBe(csv)
  })

  test('gives an empty file for an empty archive and for an empty CSV', async () => {
    for (const zip of [buildZip('', { entries: 0 }), buildZip('')]) {
      const { store, facts } = await keep(zip)
      const opened = await openCsv(store, { ...facts, csvBytes: 0 })
      expect(opened.bytes).toBe(0)
      expect(await text(opened.stream)).toBe('')
    }
  })

  test('refuses a damaged file, and one whose recorded size differs', async () => {
    const { store, facts } = await keep(buildZip(csv))
    const bad = { ...facts, sha256: '0'.repeat(64), csvBytes: csv.length }
    await expect(openCsv(store, bad)).rejects.toEqual(refused('damaged'))
    await expect(openCsv(store, { ...facts, csvBytes: 1 })).rejects.toEqual(refused('damaged'))
  })

  test.each([
    ['wrong', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('X')])],
    ['short', (bytes: Buffer) => bytes.subarray(0, -1)],
  ])('never gives all bytes when the content proves %s on the way', async (_what, change) => {
    for (const stored of [true, false]) {
      const { store, facts } = await keep(buildZip(csv, { stored }))
      const opened = await openCsv(corruptReads(store, change), { ...facts, csvBytes: csv.length })
      const { bytes, error } = await readUntilError(opened.stream)
      expect(error).toBeInstanceOf(Error)
      expect(bytes).toBeLessThan(csv.length)
    }
  })
})
