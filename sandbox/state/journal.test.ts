import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeDataDir } from '../testing/start-test-sandbox'
import { openJournal } from './journal'

const makePath = () => join(makeDataDir(), 'deep', 'journal.ndjson')

async function writeLines(path: string, count: number) {
  const { journal } = await openJournal(path)
  await Promise.all(Array.from({ length: count }, (_, n) => journal.append({ n })))
  await journal.close()
}

test('gives back what was appended, in order', async () => {
  const path = makePath()
  await writeLines(path, 50)
  await writeLines(path, 2)
  const { journal, entries } = await openJournal(path)
  await journal.close()
  expect(entries).toHaveLength(52)
  expect(entries.slice(0, 3)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }])
})

test('has a line on the disk when append resolves', async () => {
  const path = makePath()
  const { journal } = await openJournal(path)
  await journal.append({ n: 1 })
  expect(readFileSync(path, 'utf8')).toBe('{"n":1}\n')
  await journal.close()
})

test.each(['{"n":99,"half', '{"n":99}', '\u0000\u0000', '{"half\n'])(
  'cuts off a torn tail: %j',
  async (tail) => {
    const path = makePath()
    await writeLines(path, 3)
    const whole = readFileSync(path, 'utf8')
    appendFileSync(path, tail)
    const { journal, entries } = await openJournal(path)
    expect(entries).toHaveLength(3)
    await journal.append({ n: 3 })
    await journal.close()
    expect(readFileSync(path, 'utf8')).toBe(`${whole}{"n":3}\n`)
  },
)

test('refuses a journal that is damaged in its middle, and says what to do', async () => {
  const path = makePath()
  await writeLines(path, 1)
  writeFileSync(path, `{"n":0}\nnonsense\n{"n":2}\n`)
  await expect(openJournal(path)).rejects.toThrow(/damaged in line 2.*Remove/)
})
