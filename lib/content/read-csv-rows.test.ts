import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readCsvRows } from './read-csv-rows'

async function rowsOf(source: Readable): Promise<Record<string, string>[]> {
  const rows = []
  for await (const row of readCsvRows(source)) rows.push(row)
  return rows
}

it('reads rows by name, also of several lines, short ones and cut blocks', async () => {
  const text = '\uFEFF"id","text"\n"1","a ""b"",\nc"\n\n"2"\n'
  const blocks = [...Buffer.from(text)].map((byte) => Buffer.from([byte]))
  expect(await rowsOf(Readable.from(blocks))).toEqual([{ id: '1', text: 'a "b",\nc' }, { id: '2' }])
})

it('a file without rows, and one of nothing', async () => {
  expect(await rowsOf(Readable.from([Buffer.from('"id"\n')]))).toEqual([])
  expect(await rowsOf(Readable.from([]))).toEqual([])
})

it('fails as its source does', async () => {
  const source = new Readable({
    read() {
      this.destroy(new Error('The file broke off.'))
    },
  })
  await expect(rowsOf(source)).rejects.toThrow('broke off')
})
