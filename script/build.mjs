// Builds what script/server starts: the programs (dist) and the web pages (.next), each only when its
// sources have changed since.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

process.chdir(join(import.meta.dirname, '..'))

const programs = {
  server: 'server/main.ts',
  web: 'web/main.ts',
  worker: 'worker/main.ts',
  'reset-password': 'worker/reset-password.ts',
  backup: 'worker/backup.ts',
  restore: 'worker/restore.ts',
  archives: 'worker/archives.ts',
  sandbox: 'sandbox/main.ts',
}
const settings = ['package-lock.json', 'tsconfig.json', 'script/build.mjs', 'prisma/schema.prisma']
const pageSources = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
]
const pageSettings = [...settings, 'next.config.js', 'postcss.config.mjs']
const programSources = ['server', 'web', 'worker', 'sandbox', 'lib']

await buildWhenChanged(
  'programs',
  'dist/server.js',
  [...programSources, ...settings],
  buildPrograms,
)
await buildWhenChanged('pages', '.next/BUILD_ID', [...pageSources, ...pageSettings], buildPages)

async function buildWhenChanged(name, proof, inputs, make) {
  const stamp = `dist/${name}.stamp`
  const hash = hashFiles(inputs)
  if (existsSync(proof) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log(`Building the ${name}`)
  mkdirSync('dist', { recursive: true })
  rmSync(stamp, { force: true })
  await make()
  writeFileSync(stamp, hash)
}

async function buildPrograms() {
  await build({
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

function buildPages() {
  const { status } = spawnSync('node_modules/.bin/next', ['build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) {
    console.error('The pages could not be built; the reason is above.')
    process.exit(1)
  }
  compressAssets()
}

/** Scripts and styles are packed once, as small as can be, instead of at each request (web/serve-assets.ts). */
function compressAssets() {
  for (const path of listSources('.next/static')) {
    if (!['.js', '.css'].includes(extname(path))) continue
    const bytes = readFileSync(path)
    writeFileSync(`${path}.br`, brotliCompressSync(bytes))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function hashFiles(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const path of inputs.flatMap(listSources))
    hash.update(`${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Tests, and what is generated from the schema (which is hashed itself), are no sources. */
function listSources(path) {
  if (!existsSync(path)) return []
  if (/\.test\.tsx?$/.test(path) || path === 'lib/db/generated') return []
  const entries = readdirOrNothing(path)
  return entries ? entries.sort().flatMap((name) => listSources(join(path, name))) : [path]
}

function readdirOrNothing(path) {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
