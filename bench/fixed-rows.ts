// Loaded into a web process before everything else: what it once read of reports it is told again from memory, so that its
// pages are those of a history that costs nothing to read.
import pg from 'pg'

type Asked = { text: string; values?: unknown[] }

const answers = new Map<string, Promise<unknown>>()
const ask = pg.Pool.prototype.query as (this: pg.Pool, asked: Asked, ...rest: unknown[]) => unknown

pg.Pool.prototype.query = function fixed(this: pg.Pool, asked: Asked, ...rest: unknown[]) {
  if (!/^\s*SELECT\b[^;]*\bFROM "Report/s.test(asked.text)) return ask.call(this, asked, ...rest)
  const key = JSON.stringify([asked.text, asked.values ?? rest])
  const known = answers.get(key)
  if (known) {
    process.send?.('told from memory')
    return known
  }
  const answer = ask.call(this, asked, ...rest) as Promise<unknown>
  answers.set(key, answer)
  return answer
} as typeof pg.Pool.prototype.query
