import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { findProjectRoot } from './project-root'

/** Builds one of the real programs into a folder of its own, for a test. Inside the project, for its packages. */
export async function buildProgram(
  name: 'server' | 'worker',
): Promise<{ folder: string; script: string; remove: () => void }> {
  const dist = join(findProjectRoot(), 'dist')
  mkdirSync(dist, { recursive: true })
  const folder = mkdtempSync(join(dist, 'test-'))
  await build({
    entryPoints: { [name]: join(findProjectRoot(), `${name}/main.ts`) },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return {
    folder,
    script: join(folder, `${name}.js`),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
