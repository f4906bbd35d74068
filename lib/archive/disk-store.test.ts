import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { toStoreError } from './disk-error'
import { createDiskStore } from './disk-store'
import { startDiskWrite } from './disk-write'
import type { ArchiveStore } from './store'
import { createTestStore } from './test-store'

const key = '2026/11/0b0e4a3c-report.zip'

async function put(store: Awaited<ReturnType<typeof createTestStore>>['store'], content: string) {
  const write = await store.startWrite(key)
  await write.write(Buffer.from(content))
  await write.commit()
}

describe('createDiskStore', () => {
  test('shows a file only when it is committed, and whole', async () => {
    const { store, dir, list } = await createTestStore()
    const write = await store.startWrite(key)
    const chunks = Array.from({ length: 40 }, (_, index) => Buffer.alloc(100_000, index))
    for (const chunk of chunks) await write.write(chunk)
    expect(await store.stat(key)).toBeNull()
    await write.commit()
    await write.abort()
    expect(await list()).toEqual([key])
    expect((await readFile(join(dir, key))).equals(Buffer.concat(chunks))).toBe(true)
    expect(await store.stat(key)).toMatchObject({ bytes: 4_000_000 })
  })

  test('leaves nothing of an aborted write, and the earlier file as it was', async () => {
    const { store, list, dir } = await createTestStore()
    await put(store, 'first')
    const write = await store.startWrite(key)
    await write.write(Buffer.alloc(3_000_000))
    await write.abort()
    expect(await list()).toEqual([key])
    expect(await readFile(join(dir, key), 'utf8')).toBe('first')
  })

  test('replaces a file at once: who reads the old one reads it to its end', async () => {
    const { store } = await createTestStore()
    await put(store, 'first')
    const before = await store.stat(key)
    const opened = await store.open(key)
    await put(store, 'other')
    expect(await text(opened?.stream ?? Readable.from([]))).toBe('first')
    expect(await text((await store.open(key))?.stream ?? Readable.from([]))).toBe('other')
    expect((await store.stat(key))?.identity).not.toBe(before?.identity)
  })

  test('opens ranges, and nothing where there is no file', async () => {
    const { store, dir } = await createTestStore()
    await put(store, '0123456789')
    const read = async (start: number, end: number) =>
      text((await store.open(key, { start, end }))?.stream ?? Readable.from([]))
    expect(await read(0, 0)).toBe('0')
    expect(await read(3, 5)).toBe('345')
    expect(await read(9, 9)).toBe('9')
    expect(await store.open('2026/11/other.zip')).toBeNull()
    expect(await store.open(`${key}/below`)).toBeNull()
    await mkdir(join(dir, 'folder'))
    expect(await store.open('folder')).toBeNull()
    expect(await store.stat('folder')).toBeNull()
  })

  test('removes a file, and does not mind one that is gone', async () => {
    const { store, list } = await createTestStore()
    await put(store, 'x')
    await store.remove(key)
    await store.remove(key)
    expect(await list()).toEqual([])
  })

  test.each([
    '../x',
    '/etc/passwd',
    'a/../../x',
    'a//b',
    '',
    '.',
    '.incoming/x.part',
    'a\\b',
    'a\0b',
    'a/',
    'é.zip',
    `${'a/'.repeat(20)}x`,
    'x'.repeat(300),
  ])('refuses the key %j', async (bad) => {
    const { store } = await createTestStore()
    const refused = expect.objectContaining({ kind: 'store-failed' })
    await expect(store.startWrite(bad)).rejects.toEqual(refused)
    await expect(store.open(bad)).rejects.toEqual(refused)
    await expect(store.stat(bad)).rejects.toEqual(refused)
    await expect(store.remove(bad)).rejects.toEqual(refused)
  })

  test('lists what is committed, wherever it lies, and nothing before there is a folder', async () => {
    const { store, dir } = await createTestStore()
    const listed = async (of: ArchiveStore) => {
      const keys: string[] = []
      for await (const { key: one } of of.list()) keys.push(one)
      return keys.sort()
    }
    for (const name of ['2026/11/a.zip', '2026/12/b.zip', 'c.zip']) {
      const write = await store.startWrite(name)
      await write.write(Buffer.from(name))
      await write.commit()
    }
    await (await store.startWrite('2026/11/unfinished.zip')).write(Buffer.from('x'))
    expect(await listed(store)).toEqual(['2026/11/a.zip', '2026/12/b.zip', 'c.zip'])
    expect(await listed(createDiskStore(join(dir, 'not-there')))).toEqual([])
  })

  test('sweeps what a killed writer left, and no write that goes on', async () => {
    const { store, dir, list } = await createTestStore()
    expect(await store.sweepTemporary()).toBe(0)
    const killed = await store.startWrite(key)
    await killed.write(Buffer.alloc(2_000_000))
    const [left = ''] = await list()
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    await utimes(join(dir, left), longAgo, longAgo)
    const running = await store.startWrite(key)
    expect(await store.sweepTemporary()).toBe(1)
    await running.write(Buffer.from('new'))
    await running.commit()
    await killed.abort()
    expect(await list()).toEqual([key])
  })

  test('proves that it can be written, and says when not', async () => {
    const { store, dir, list } = await createTestStore()
    await store.check()
    expect(await list()).toEqual([])
    await writeFile(join(dir, 'no-folder'), '')
    const broken = createDiskStore(join(dir, 'no-folder'))
    const failed = expect.objectContaining({ kind: 'store-failed' })
    await expect(broken.check()).rejects.toEqual(failed)
    await expect(broken.startWrite(key)).rejects.toEqual(failed)
  })
})

describe('a full disk', () => {
  test('is told apart from other faults', () => {
    for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG']) {
      const error = Object.assign(new Error(code), { code })
      expect(() => toStoreError(error)).toThrow(expect.objectContaining({ kind: 'store-full' }))
    }
    const other = Object.assign(new Error('EIO'), { code: 'EIO' })
    expect(() => toStoreError(other)).toThrow(expect.objectContaining({ kind: 'store-failed' }))
  })

  test('is met by the next write or by the commit, and leaves nothing', async () => {
    const { dir } = await createTestStore()
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    for (const writes of [1, 3]) {
      const handle = {
        writev: () => Promise.reject(full),
        sync: async () => undefined,
        close: async () => undefined,
      }
      const path = join(dir, 'x.part')
      await writeFile(path, '')
      const write = startDiskWrite({ root: dir, path, target: join(dir, 'x'), handle })
      const attempt = async () => {
        for (let at = 0; at < writes; at++) await write.write(Buffer.alloc(1_500_000))
        await write.commit()
      }
      await expect(attempt()).rejects.toEqual(expect.objectContaining({ kind: 'store-full' }))
      await write.abort()
      expect(await readdir(dir)).toEqual([])
    }
  })

  test('may take a part of what is written: the rest follows', async () => {
    const { dir } = await createTestStore()
    const taken: Buffer[] = []
    const handle = {
      async writev(chunks: Uint8Array[]) {
        const part = Buffer.concat(chunks).subarray(0, 300_001)
        taken.push(part)
        return { bytesWritten: part.length }
      },
      sync: async () => undefined,
      close: async () => undefined,
    }
    const path = join(dir, 'x.part')
    await writeFile(path, '')
    const write = startDiskWrite({ root: dir, path, target: join(dir, 'x'), handle })
    const chunks = Array.from({ length: 20 }, (_, index) => Buffer.alloc(99_999, index))
    for (const chunk of chunks) await write.write(chunk)
    await write.commit()
    expect(Buffer.concat(taken).equals(Buffer.concat(chunks))).toBe(true)
  })
})
