import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ArchiveError } from './archive-error'
import { receiveArchive } from './receive-archive'
import type { ArchiveStore } from './store'
import { createTestStore } from './test-store'
import { buildZip, type TestZip } from './test-zip'

const csv = '"id","text"\n"1","two\nlines, ""quoted"""\n"2",""\n'
const key = '2026/11/report.zip'

function cut(zip: Buffer, size: number): Readable {
  const chunks: Buffer[] = []
  for (let at = 0; at < zip.length; at += size) chunks.push(zip.subarray(at, at + size))
  return Readable.from(chunks)
}

const nowhere = { write: async () => {}, commit: async () => {}, abort: async () => {} }

let held: Awaited<ReturnType<typeof createTestStore>>
// Many of these write and sync hundreds of small files.
vi.setConfig({ testTimeout: 60_000 })

beforeEach(async () => {
  held = await createTestStore()
})

/** Receives into the test's store, and looks at what is there afterwards: the file, or nothing. */
async function receive(zip: Buffer, options: { size?: number; contentLength?: number } = {}) {
  const { store, dir, list } = held
  const { size = 1 << 16, contentLength } = options
  const source = cut(zip, size)
  const facts = await receiveArchive({ source, store, key, contentLength }).catch(async (error) => {
    expect(await list()).toEqual([])
    expect(source.destroyed).toBe(true)
    throw error
  })
  expect(await list()).toEqual([key])
  expect((await readFile(join(dir, key))).equals(zip)).toBe(true)
  expect(facts.sha256).toBe(createHash('sha256').update(zip).digest('hex'))
  expect(facts.bytes).toBe(zip.length)
  await store.remove(key)
  return facts
}

function refused(kind: string) {
  return expect.objectContaining({ name: 'ArchiveError', kind })
}

describe('receiveArchive keeps', () => {
  const layouts: [string, TestZip][] = [
    ['as Vonage writes it', {}],
    ['with a descriptor without signature', { descriptor: 'plain' }],
    ['with a descriptor of 8-byte sizes', { descriptor: 'wide' }],
    ['without a descriptor', { descriptor: 'none' }],
    ['stored', { stored: true }],
    ['ZIP64', { zip64: true, descriptor: 'wide' }],
    ['ZIP64, stored', { zip64: true, stored: true }],
    ['with a comment', { comment: 'made by hand' }],
  ]
  test.each(layouts)('a ZIP %s, wherever it is cut', async (_what, layout) => {
    const zip = buildZip(csv, layout)
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const facts = await receive(zip, { size, contentLength: zip.length })
      expect(facts).toMatchObject({
        rows: 2,
        csvBytes: Buffer.byteLength(csv),
        entryName: 'report_SMS_a1b2c3d4_20260630.csv',
        columns: ['id', 'text'],
      })
    }
  })

  test('a ZIP cut in two at any place', async () => {
    const zip = buildZip(csv)
    for (let at = 1; at < zip.length; at++) {
      const store = { ...held.store, startWrite: async () => nowhere }
      const source = Readable.from([zip.subarray(0, at), zip.subarray(at)])
      expect(await receiveArchive({ source, store, key })).toMatchObject({ rows: 2 })
    }
  })

  test('an empty ZIP, a header alone and an empty CSV as reports of no rows', async () => {
    expect(await receive(buildZip('', { entries: 0 }))).toMatchObject({
      rows: 0,
      entryName: null,
      columns: [],
      csvBytes: 0,
    })
    expect(await receive(buildZip('"a","b"\n'))).toMatchObject({ rows: 0, columns: ['a', 'b'] })
    expect(await receive(buildZip(''))).toMatchObject({ rows: 0, columns: [], csvBytes: 0 })
  })

  test('a huge cell, NUL bytes and CR LF', async () => {
    const cell = 'line\r\n\0'.repeat(500_000)
    expect(await receive(buildZip(`"a"\r\n"${cell}"\r\n"b"`))).toMatchObject({ rows: 2 })
  })

  test('a report far larger than the memory that it takes', async () => {
    const row = `"${'0123456789'.repeat(20)}"\n`
    const zip = buildZip(`"a"\n${row.repeat(750_000)}`)
    const before = process.memoryUsage().arrayBuffers
    let peak = 0
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers)
    }, 1)
    expect(await receive(zip)).toMatchObject({ rows: 750_000, csvBytes: 4 + 750_000 * row.length })
    clearInterval(timer)
    expect(peak).toBeGreaterThan(before)
    expect(peak - before).toBeLessThan(96e6)
  })
})

describe('receiveArchive refuses, and leaves nothing of,', () => {
  test.each([
    ['several entries', buildZip(csv, { entries: 2 }), 'several-entries'],
    ['encryption', buildZip(csv, { flags: 1 }), 'corrupt'],
    ['a wrong CRC', buildZip(csv, { crc: 1 }), 'corrupt'],
    ['an absolute name', buildZip(csv, { name: '/etc/passwd' }), 'corrupt'],
    ['a name that climbs', buildZip(csv, { name: '../report.csv' }), 'corrupt'],
    ['a name with backslashes', buildZip(csv, { name: '..\\report.csv' }), 'corrupt'],
    ['a name with a NUL', buildZip(csv, { name: 'report\0.csv' }), 'corrupt'],
    ['two different names', buildZip(csv, { localName: 'other.csv' }), 'corrupt'],
    [
      'stored data of unknown size',
      buildZip(csv, { stored: true, descriptor: 'signed' }),
      'corrupt',
    ],
    ['trailing bytes', Buffer.concat([buildZip(csv), Buffer.from('x')]), 'corrupt'],
    ['leading bytes', Buffer.concat([Buffer.from('x'), buildZip(csv)]), 'not-zip'],
    [
      'a ZIP behind an empty one',
      Buffer.concat([buildZip('', { entries: 0 }), buildZip(csv)]),
      'corrupt',
    ],
    ['a second ZIP', Buffer.concat([buildZip(csv), buildZip(csv)]), 'corrupt'],
    ['an error page', Buffer.from('<html>Service unavailable</html>'), 'not-zip'],
    ['nothing', Buffer.alloc(0), 'truncated'],
  ])('%s', async (_what, zip, kind) => {
    for (const size of [1, 5, 1 << 16]) {
      await expect(receive(zip, { size })).rejects.toEqual(refused(kind))
    }
  })

  test('a ZIP that breaks off, at every place', async () => {
    const zip = buildZip(csv)
    for (let length = 0; length < zip.length; length++) {
      await expect(receive(zip.subarray(0, length))).rejects.toEqual(refused('truncated'))
    }
  })

  test('a flipped bit in the data, the checksums, the sizes and the offsets', async () => {
    const zip = buildZip(csv)
    const dataStart = 30 + 'report_SMS_a1b2c3d4_20260630.csv'.length
    const directory = zip.indexOf('PK\x01\x02')
    const end = zip.indexOf('PK\x05\x06')
    const offsets = [
      ...range(0, 4),
      ...range(26, directory + 4),
      ...range(directory + 10, directory + 12),
      ...range(directory + 16, directory + 34),
      ...range(directory + 42, end + 4),
      ...range(end + 10, end + 12),
      ...range(end + 16, zip.length),
    ]
    expect(dataStart).toBeLessThan(directory)
    for (const offset of offsets) {
      const bad = Buffer.from(zip)
      bad.writeUInt8(bad.readUInt8(offset) ^ (1 << (offset % 8)), offset)
      const outcome = await receive(bad).catch((error) => error)
      expect(outcome, `byte ${offset}`).toBeInstanceOf(ArchiveError)
    }
  })

  test('any damage to a larger report that changes what is unpacked', async () => {
    const zip = buildZip(
      `"a"\n${Array.from({ length: 2000 }, (_, row) => `"${row * 7919}"\n`).join('')}`,
    )
    const end = zip.indexOf('PK\x07\x08')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 70, max: end - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const bad = Buffer.from(zip)
          bad.writeUInt8(bad.readUInt8(at) ^ mask, at)
          await expect(receive(bad)).rejects.toBeInstanceOf(ArchiveError)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('less and more than was announced', async () => {
    const zip = buildZip(csv)
    await expect(receive(zip, { contentLength: zip.length + 1 })).rejects.toEqual(
      refused('truncated'),
    )
    await expect(receive(zip, { contentLength: zip.length - 1 })).rejects.toEqual(
      refused('corrupt'),
    )
  })

  test('what is too large, packed or unpacked, and a bomb', async () => {
    const { store, list } = held
    const zip = buildZip(csv)
    const bomb = buildZip(Buffer.alloc(80 * 1024 * 1024))
    const attempts = [
      { source: cut(zip, 50), limits: { maxBytes: zip.length - 1 } },
      { source: cut(zip, 50), limits: { maxCsvBytes: csv.length - 1 } },
      { source: cut(bomb, 1 << 16) },
    ]
    for (const attempt of attempts) {
      await expect(receiveArchive({ ...attempt, store, key })).rejects.toEqual(refused('too-large'))
    }
    expect(await list()).toEqual([])
    const limits = { maxBytes: zip.length, maxCsvBytes: csv.length }
    await receiveArchive({ source: cut(zip, 50), store, key, limits })
  })
})

describe('receiveArchive stops', () => {
  const zip = buildZip(csv)

  test('when it is told to, in the middle of a download that hangs', async () => {
    const { store, list } = held
    const stop = new AbortController()
    const source = new Readable({ read() {} })
    source.push(zip.subarray(0, 60))
    const received = receiveArchive({ source, store, key, signal: stop.signal })
    await new Promise(setImmediate)
    stop.abort()
    await expect(received).rejects.toEqual(refused('aborted'))
    expect(source.destroyed).toBe(true)
    expect(await list()).toEqual([])
  })

  test('when it was told to before it began', async () => {
    const { store, list } = held
    const signal = AbortSignal.abort()
    const received = receiveArchive({ source: cut(zip, 9), store, key, signal })
    await expect(received).rejects.toEqual(refused('aborted'))
    expect(await list()).toEqual([])
  })

  test("with the source's own error", async () => {
    const { store, list } = held
    const failure = new Error('the other side closed')
    const source = Readable.from(
      (async function* () {
        yield zip.subarray(0, 60)
        throw failure
      })(),
    )
    await expect(receiveArchive({ source, store, key })).rejects.toBe(failure)
    expect(await list()).toEqual([])
  })

  test.each(['write', 'commit'] as const)('when the store is full at %s', async (step) => {
    const { store, list } = held
    const full: ArchiveStore = {
      ...store,
      async startWrite(name) {
        const write = await store.startWrite(name)
        return { ...write, [step]: () => Promise.reject(new ArchiveError('store-full', 'full')) }
      },
    }
    const source = cut(zip, 20)
    await expect(receiveArchive({ source, store: full, key })).rejects.toEqual(
      refused('store-full'),
    )
    expect(source.destroyed).toBe(true)
    expect(await list()).toEqual([])
  })

  test('when the store refuses to begin', async () => {
    const { store } = held
    const source = cut(zip, 20)
    const received = receiveArchive({ source, store, key: '../outside.zip' })
    await expect(received).rejects.toEqual(refused('store-failed'))
    expect(source.destroyed).toBe(true)
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
