import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { AppError } from '@/lib/errors/app-error'
import { exportStyleSchema } from '@/lib/schemas/record-export'
import {
  type RecordFilter,
  recordChartSchema,
  recordQuerySchema,
  recordScopeSchema,
} from '@/lib/schemas/records'
import { askChart } from './ask-chart'
import { exportCsv, exportJsonLines } from './export-lines'
import { readPage } from './read-page'
import { openSource } from './source'
import { createDatasetWorld } from './test-dataset'

vi.setConfig({ testTimeout: 120_000 })

const blind = { numbers: false, texts: false }
const columns = [
  'id',
  'from',
  'to',
  'message_body',
  'ip_address',
  'first_name',
  'brand_new',
  'latency',
]
/** Two datasets that differ in what must not be seen, and in nothing else: whoever is told them apart has seen it. */
const secrets = [
  [
    '447700900123',
    '447700900456',
    'Your code is 4711',
    '203.0.113.7',
    'Ana',
    '4400',
    'slipped 447700',
  ],
  [
    '447700900923',
    '447700900856',
    'Your code is 9999',
    '198.51.100.9',
    'Bea',
    'none',
    'slipped 999999',
  ],
] as const

let world: Awaited<ReturnType<typeof createDatasetWorld>>
let sources: ReturnType<typeof openSource>[]
beforeAll(async () => {
  world = await createDatasetWorld()
  sources = []
  for (const secret of secrets) {
    const rows = [
      ['1', ...secret],
      ['2', ...secret],
      ['3', '', '', '', '', '', '', '12'],
    ]
    const csv = [columns, ...rows].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n')
    sources.push(openSource(await world.prepare(csv), blind))
  }
})
afterAll(() => world.end())

const column = fc.constantFrom(...columns)
const words = fc.oneof(
  fc.constantFrom(...secrets.flat(), '4477', '00', 'code', '4711', '•', ''),
  fc.string({ maxLength: 4 }),
)
const filter: fc.Arbitrary<RecordFilter> = fc.oneof(
  fc.record({
    column,
    op: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(words, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    column,
    op: fc.constantFrom('contains' as const, 'starts-with' as const),
    text: words.filter(Boolean),
  }),
  fc.record({ column, op: fc.constant('between' as const), from: words.filter(Boolean) }),
  fc.record({ column, op: fc.constantFrom('empty' as const, 'not-empty' as const) }),
)
const query = fc.record({
  filters: fc.array(filter, { maxLength: 2 }),
  search: words.map((one) => one.trim()),
  sort: fc.option(fc.record({ column, descending: fc.boolean() })),
})

/** All that a person without rights can learn by a question; a refusal is an answer, too. */
async function learn(
  source: (typeof sources)[number],
  asked: object,
  grouped: string,
): Promise<string> {
  const at = { engine: world.engine, source }
  const parsed = recordQuerySchema.parse(asked)
  const scope = recordScopeSchema.parse(asked)
  const style = exportStyleSchema.parse({})
  const attempts = [
    () => readPage(at, parsed),
    () => askChart(at, scope, recordChartSchema.parse({ kind: 'groups', column: grouped })),
    () => askChart(at, scope, recordChartSchema.parse({ kind: 'percentiles', column: grouped })),
    () => askChart(at, scope, recordChartSchema.parse({ kind: 'totals' })),
    () => text(Readable.from(exportCsv(at, parsed, style))),
    () => text(Readable.from(exportJsonLines(at, parsed))),
  ]
  const learned = []
  for (const attempt of attempts)
    learned.push(
      await attempt().catch((error: unknown) => {
        if (error instanceof AppError) return error.message
        throw error
      }),
    )
  return JSON.stringify(learned)
}

test('no question tells apart two datasets that differ in what is masked', async () => {
  await fc.assert(
    fc.asyncProperty(query, column, async (asked, grouped) => {
      const [first, second] = await Promise.all(
        sources.map((source) => learn(source, asked, grouped)),
      )
      // What is shown of a number, and a first letter, is the same in both.
      expect(first).toBe(second)
    }),
    { numRuns: 150 },
  )
})
