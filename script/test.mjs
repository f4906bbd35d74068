// Runs every check and test, goes on after a failure, and sums up in the last line.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))

const reports = mkdtempSync(join(tmpdir(), 'reports-of-tests-'))
const total = { passed: 0, failed: 0 }
const failures = []

check('Types: routes', 'next', ['typegen'])
check('Types', 'tsc', ['--noEmit'])
check('Lint and format', 'biome', ['check', '--max-diagnostics=100', '.'])
check('Import rules', 'node', ['script/check-imports.mjs'])
test('Unit tests', 'vitest', toVitestArgs('unit'), countVitest)
test('Integration tests', 'vitest', toVitestArgs('integration'), countVitest)
const built = check('Build', 'node', ['script/build.mjs'])
if (!existsSync('e2e')) console.log('\nNo end-to-end tests: there is no folder e2e')
else if (built)
  test('End-to-end tests', 'playwright', ['test', '--reporter=list,json'], countPlaywright)
else note('End-to-end tests', { passed: 0, failed: 1 })
if (built) check('Torture', 'script/torture', ['--rounds', '3', '--seed', '5'])

rmSync(reports, { recursive: true, force: true })
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

function check(name, program, args) {
  const ok = run(name, program, args)
  note(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return ok
}

/** A run of tests counts as its report says; one that fails, or says nothing, has failed at least once. */
function test(name, program, args, count) {
  const report = join(reports, `${program}.json`)
  rmSync(report, { force: true })
  const ok = run(name, program, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  const ranNothing = counted.passed + counted.failed === 0
  if (counted.failed === 0 && (!ok || ranNothing)) counted.failed = 1
  note(name, counted)
}

function run(name, program, args, env = {}) {
  console.log(`\n── ${name}`)
  const path = findProgram(program)
  const { status } = spawnSync(path, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

function findProgram(program) {
  if (program === 'node') return process.execPath
  return program.startsWith('script/') ? program : join('node_modules', '.bin', program)
}

function note(name, { passed, failed }) {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(name)
}

function toVitestArgs(project) {
  const report = join(reports, 'vitest.json')
  return [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
}

function countVitest({ numPassedTests, numFailedTests, numFailedTestSuites }) {
  // A file that can't be loaded is a failed suite without a failed test.
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}
