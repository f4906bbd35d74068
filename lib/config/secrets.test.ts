import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('makes both secrets once, for their owner alone', () => {
  const DATA_DIR = join(folder, 'data')
  const first = loadSecrets({ DATA_DIR })
  expect(Buffer.from(first.vaultKey, 'base64')).toHaveLength(32)
  expect(first.authSecret).not.toBe(first.vaultKey)
  expect(loadSecrets({ DATA_DIR })).toEqual(first)
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(DATA_DIR)) {
    expect(statSync(join(DATA_DIR, name)).mode & 0o777).toBe(0o600)
  }
})

test('the environment goes first, and then nothing is written', () => {
  const given = { VAULT_KEY: 'k', AUTH_SECRET: 's' }
  expect(loadSecrets({ DATA_DIR: join(folder, 'data'), ...given })).toEqual({
    vaultKey: 'k',
    authSecret: 's',
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a damaged file is named and left alone, its text is not told', () => {
  writeFileSync(join(folder, 'vault.key'), 'half a ke')
  expect(() => loadSecrets({ DATA_DIR: folder })).toThrow(/vault\.key is damaged/)
  expect(() => loadSecrets({ DATA_DIR: folder })).not.toThrow(/half a ke/)
})

test('processes that start together agree', { timeout: 60_000 }, async () => {
  const source = readFileSync(join(import.meta.dirname, 'write-once.ts'), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'esm' })
  const script = join(folder, 'write.mjs')
  const path = JSON.stringify(join(folder, 'shared'))
  writeFileSync(script, `${code}; console.log(writeOnce(${path}, () => String(process.pid)))`)
  const run = promisify(execFile)
  const outputs = await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, [script])),
  )
  expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual(['shared', 'write.mjs'])
})
