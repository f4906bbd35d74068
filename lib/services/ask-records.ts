import { join } from 'node:path'
import type { StoredDataset } from '@/lib/data/datasets/dataset-view'
import { listStoredDatasets } from '@/lib/data/datasets/list-datasets'
import { askChart } from '@/lib/dataset/ask-chart'
import { DatasetError } from '@/lib/dataset/dataset-error'
import { isMasked, type Sight } from '@/lib/dataset/mask-sql'
import { createQueryEngine, type QueryEngine } from '@/lib/dataset/query-engine'
import { type Asked, readPage } from '@/lib/dataset/read-page'
import { openSource } from '@/lib/dataset/source'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { DatasetView } from '@/lib/schemas/dataset'
import type {
  ChartResult,
  RecordChart,
  RecordPage,
  RecordQuery,
  RecordScope,
} from '@/lib/schemas/records'
import { hasRight } from '@/lib/schemas/rights'
import { getDatasetFolder, getEngineLimits } from './dataset-folder'

type Slot = { reportsDashboardQueryEngine?: QueryEngine }

/** The process's engine. Routes may be bundled apart: they share it. */
function getQueryEngine(): QueryEngine {
  const slot = globalThis as Slot
  slot.reportsDashboardQueryEngine ??= createQueryEngine(getDatasetFolder(), getEngineLimits())
  return slot.reportsDashboardQueryEngine
}

/** What a person may see of what records tell of people. */
export function sightOf({ role }: UserActor): Sight {
  return { numbers: hasRight(role, 'numbers.see'), texts: hasRight(role, 'texts.see') }
}

/**
 * The datasets of a report, one for each of its products, with how far they are prepared.
 * @throws AppError `not-found`
 */
export async function listDatasets(actor: UserActor, reportId: string): Promise<DatasetView[]> {
  const sight = sightOf(actor)
  return (await listStoredDatasets(reportId)).map(({ id: _id, file, columns, ...dataset }) => ({
    ...dataset,
    isReadable: file !== null,
    columns: columns.map(({ key, name, type, misfits }) => ({
      key,
      name,
      type,
      misfits,
      isMasked: isMasked(name, sight),
    })),
  }))
}

/**
 * A page of a report's records.
 * @param product may be null where the report has only one
 * @throws AppError `not-found`, `conflict` while nothing is prepared, `invalid`, `forbidden` for a question about masked
 * columns, `unavailable` when it took too long
 */
export async function listRecords(
  actor: UserActor,
  { reportId, product }: { reportId: string; product: string | null },
  query: RecordQuery,
  signal?: AbortSignal,
): Promise<RecordPage> {
  return askRecords(actor, { reportId, product }, (asked) => readPage({ ...asked, signal }, query))
}

/** What a chart shows of the records in a scope. Errors as `listRecords`. */
export async function chartRecords(
  actor: UserActor,
  { reportId, product }: { reportId: string; product: string | null },
  scope: RecordScope,
  chart: RecordChart,
  signal?: AbortSignal,
): Promise<ChartResult> {
  return askRecords(actor, { reportId, product }, (asked) =>
    askChart({ ...asked, signal }, scope, chart),
  )
}

/** Asks a report's dataset as this person may see it. Errors as `listRecords`. */
export async function askRecords<T>(
  actor: UserActor,
  { reportId, product }: { reportId: string; product: string | null },
  ask: (asked: Asked, dataset: StoredDataset) => Promise<T>,
): Promise<T> {
  const dataset = choose(await listStoredDatasets(reportId), product)
  if (!dataset.file)
    throw new AppError(
      'conflict',
      dataset.problem?.title ?? 'The records are not prepared yet. Wait a moment.',
    )
  const file = join(getDatasetFolder(), dataset.file)
  const source = openSource({ ...dataset, file }, sightOf(actor))
  return ask({ engine: getQueryEngine(), source }, dataset).catch(toAppError)
}

function choose(datasets: readonly StoredDataset[], product: string | null): StoredDataset {
  const found =
    product === null && datasets.length === 1
      ? datasets[0]
      : datasets.find((one) => one.product === product)
  if (found) return found
  if (product === null && datasets.length > 1)
    throw new AppError(
      'invalid',
      `This report has records of several products. Name one of ${datasets.map((one) => one.product).join(', ')} as “product”.`,
    )
  throw new AppError('not-found', 'This report has no records to look into.')
}

function toAppError(error: unknown): never {
  if (error instanceof DatasetError)
    throw new AppError(error.kind === 'missing' ? 'gone' : 'unavailable', error.message, {
      cause: error,
    })
  throw error
}
