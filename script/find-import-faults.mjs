import { posix } from 'node:path'

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm

/**
 * Finds the imports of one file that its folder's rule does not allow.
 * @param {string} path from the project's folder
 * @param {string} source
 * @param {{ importRules: Record<string, { imports?: string[], types?: string[], but?: string[] }>, testImports: string[] }} rules
 * @returns {string[]} a sentence for each
 */
export function findImportFaults(path, source, { importRules, testImports }) {
  const folder = findRuled(path, Object.keys(importRules))
  if (!folder) return [`${path} is in no folder that script/import-rules.mjs knows`]
  const rule = importRules[folder] ?? {}
  const extra = /\.test\.tsx?$|\/test-[\w-]+\.tsx?$/.test(path) ? testImports : []
  const faults = []
  for (const [, type, first, second] of source.matchAll(statement)) {
    const target = toProjectPath(path, first ?? second)
    if (!target || covers([folder, ...extra], target)) continue
    if (covers([...(rule.imports ?? []), ...(type ? (rule.types ?? []) : [])], target)) {
      if (!covers(rule.but ?? [], target)) continue
    }
    faults.push(`${path} may not import ${type ? 'types of ' : ''}${target}`)
  }
  return faults
}

function toProjectPath(path, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  return undefined
}

function findRuled(path, folders) {
  return folders.filter((folder) => covers([folder], path)).sort((a, b) => b.length - a.length)[0]
}

function covers(folders, path) {
  return folders.some(
    (folder) => path === folder || path.startsWith(`${folder}/`) || path === `${folder}.ts`,
  )
}
