// Checks that imports run one way, as script/import-rules.mjs says.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findImportFaults } from './find-import-faults.mjs'
import * as rules from './import-rules.mjs'

process.chdir(join(import.meta.dirname, '..'))

const files = rules.ruledRoots
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root, { recursive: true }).map((path) => `${root}/${path}`))
  .concat(['proxy.ts', 'instrumentation.ts'].filter((path) => existsSync(path)))
  .filter((path) => /\.(ts|tsx)$/.test(path) && !path.startsWith('lib/db/generated/'))

const faults = files.flatMap((path) => findImportFaults(path, readFileSync(path, 'utf8'), rules))
for (const fault of faults) console.error(fault)
console.log(`${files.length} files, ${faults.length} imports against the rule`)
process.exit(faults.length > 0 ? 1 : 0)
