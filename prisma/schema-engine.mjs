#!/usr/bin/env node
// Stand-in for Prisma's native schema engine, for a network that can't download it: same command line and
// JSON-RPC over stdio, backed by @prisma/schema-engine-wasm and the pg driver adapter. prisma.config.ts names it.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
const require = createRequire(`${process.cwd()}/package.json`)
const load = async name => { const m = await import(pathToFileURL(require.resolve(name))); return m.default && typeof m.default === 'object' ? { ...m.default, ...m } : m }
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await load('@prisma/driver-adapter-utils')
const { PrismaPg } = await load('@prisma/adapter-pg')
const { default: pg } = await import(pathToFileURL(require.resolve('pg')))
if (process.argv[2] === '--version' || process.argv[2] === '-V') { console.log('schema-engine-cli wasm'); process.exit(0) }
const { values: a, positionals } = parseArgs({ strict: false, allowPositionals: true, options: { datamodels: { type: 'string', multiple: true }, datamodel: { type: 'string', multiple: true }, datasource: { type: 'string' }, 'enabled-preview-features': { type: 'string' }, 'extension-types': { type: 'string' } } })
const ds = a.datasource ? JSON.parse(a.datasource) : {}
const url = ds.url
// "cli can-connect-to-database|create-database|drop-database" subcommands
if (positionals[0] === 'cli') {
  const u = new URL(url); const db = decodeURIComponent(u.pathname.slice(1)); const admin = new URL(url); admin.pathname = '/postgres'
  const fail = (code, msg) => { process.stderr.write('{"level":"INFO","fields":{"message":"schema engine (wasm)"},"target":"schema_engine"}\n' + JSON.stringify({ level: 'ERROR', fields: { message: msg, is_panic: false, error_code: code }, target: 'schema_engine::logger' }) + '\n'); process.exit(1) }
  const run = async (conn, f) => { const c = new pg.Client({ connectionString: String(conn) }); await c.connect(); try { return await f(c) } finally { await c.end() } }
  try {
    const cmd = positionals[1]
    if (cmd === 'can-connect-to-database') await run(u, c => c.query('select 1'))
    else if (cmd === 'create-database') await run(admin, c => c.query(`CREATE DATABASE ${pg.escapeIdentifier(db)}`))
    else if (cmd === 'drop-database') await run(admin, c => c.query(`DROP DATABASE ${pg.escapeIdentifier(db)}`))
    process.exit(0)
  } catch (e) { if (e.code === '3D000') fail('P1003', `Database \`${db}\` does not exist`); fail(e.code === 'ECONNREFUSED' ? 'P1001' : 'P1000', e.message || String(e.code)) }
}
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { message: '', get() { return this.message }, set_message(m) { this.message = `RuntimeError: ${m}` } }
const glue = await import(pathToFileURL(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')))
const wasmPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports); instance.exports.__wbindgen_start?.()
const u = url ? new URL(url) : null
const schema = u?.searchParams.get('schema') ?? undefined
// adapter-pg does not know the catalog type "char" (oid 18), which the engine's own introspection reads.
function patch(q) {
  const io = q.performIO.bind(q)
  q.performIO = async query => {
    const r = await io(query)
    q.__chars = []
    r.fields?.forEach((f, i) => { if (f.dataTypeID === 18) { f.dataTypeID = 1042; q.__chars.push(i) } })
    return r
  }
  const raw = q.queryRaw.bind(q)
  q.queryRaw = async query => { const r = await raw(query); for (const i of q.__chars) r.columnTypes[i] = ColumnTypeEnum.Character; return r }
  // adapter-pg splits scripts at every semicolon, comments and function bodies included; PostgreSQL takes them whole.
  q.executeScript = async script => { try { await q.client.query(script) } catch (e) { q.onError(e) } }
  if (q.startTransaction) { const st = q.startTransaction.bind(q); q.startTransaction = async (...a) => patch(await st(...a)) }
  return q
}
// Not { connectionString }: adapter-pg's connectToShadowDb() overrides `database`, and pg lets connectionString win.
const conn = u ? { host: u.hostname || undefined, port: Number(u.port) || 5432, user: decodeURIComponent(u.username) || undefined, password: decodeURIComponent(u.password) || undefined, database: decodeURIComponent(u.pathname.slice(1)) || undefined, ssl: ['require', 'verify-full', 'verify-ca'].includes(u.searchParams.get('sslmode')) ? { rejectUnauthorized: u.searchParams.get('sslmode') !== 'require' } : undefined } : { host: 'localhost', port: 1 }
const base = new PrismaPg(conn, { schema })
const factory = bindMigrationAwareSqlAdapterFactory({
  provider: base.provider, adapterName: base.adapterName,
  connect: async () => patch(await base.connect()),
  // adapter-pg 7.10.1's own drops the database while its pool is still connected to it
  connectToShadowDb: async () => {
    const admin = await base.connect(), database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await admin.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = await new PrismaPg({ ...conn, database }).connect(), dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => { await dispose(); await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`); await admin.dispose() }
    return patch(shadow)
  },
})
const datamodels = (a.datamodels ?? []).map(p => [p, readFileSync(p, 'utf8')])
const engine = await glue.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory)
const out = o => process.stdout.write(JSON.stringify(o) + '\n')
const handlers = {
  getDatabaseVersion: p => engine.version(p),
  createDatabase: async () => ({ databaseName: '' }),
}
createInterface({ input: process.stdin }).on('line', async line => {
  const { id, method, params } = JSON.parse(line)
  if (method === undefined) return
  try {
    const h = handlers[method] ?? (p => engine[method](p))
    const r = await h(params)
    if (method === 'diff' && r?.stdout != null) out({ jsonrpc: '2.0', id: 100000 + id, method: 'print', params: { content: r.stdout } })
    out({ jsonrpc: '2.0', id, result: r ?? {} })
  } catch (e) {
    let data = { message: e.message ?? String(e), is_panic: false, meta: null, error_code: e.code }
    out({ jsonrpc: '2.0', id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}).on('close', () => process.exit(0))
