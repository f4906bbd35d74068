import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ArchiveError } from '@/lib/archive/archive-error'
import { ContentError } from '@/lib/content/content-error'
import {
  claimDataset,
  type DatasetClaim,
  type DatasetPatch,
  datasetLeaseSeconds,
  mostTries,
  renewDatasetLease,
  settleDataset,
} from '@/lib/data/datasets/claim-dataset'
import { listReportFiles } from '@/lib/data/reports/list-report-files'
import { appNow } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { Actor } from '@/lib/schemas/actor'
import type { Problem } from '@/lib/schemas/views'
import { getDatasetFolder } from './dataset-folder'
import { findStored } from './find-stored'
import { prepareDataset } from './prepare-dataset'
import { makeProblem } from './problem'
import { tidyDataset } from './tidy-datasets'

type Log = { error: (fields: object, message: string) => void }

/**
 * Prepares the dataset that waits the longest. Safe to call at any time, by any number of workers.
 * @returns false when none was due
 */
export async function advanceDatasets(actor: Actor, stop: AbortSignal, log: Log): Promise<boolean> {
  const claim = await claimDataset()
  if (!claim) return false
  if (claim.tries > mostTries) {
    log.error({ datasetId: claim.id }, 'preparing a dataset ended the process again and again')
    await settleDataset(claim, { state: 'failed', dueAt: null, problem: makeProblem(deadly) })
    return true
  }
  const lost = new AbortController()
  const timer = setInterval(
    () => {
      renewDatasetLease(claim).then(
        (held) => held || lost.abort(new Error('The lease on this dataset was lost.')),
        // The database is away: the lease may still hold; the write at the end finds out.
        () => undefined,
      )
    },
    (datasetLeaseSeconds * 1000) / 4,
  )
  const signal = AbortSignal.any([stop, lost.signal])
  try {
    const patch = await prepare(claim, actor, signal).catch((error: unknown) =>
      afterFault(claim, error, signal, log),
    )
    const counts = await settleDataset(claim, patch)
    if (!counts && typeof patch.file === 'string')
      await rm(join(getDatasetFolder(), patch.file), { force: true })
    if (counts && 'file' in patch) await tidyDataset(claim.id, patch.file as string | null)
    return true
  } finally {
    clearInterval(timer)
  }
}

async function prepare(
  claim: DatasetClaim,
  actor: Actor,
  signal: AbortSignal,
): Promise<DatasetPatch> {
  const isOf = ({ product }: { product: string }) => product === claim.product
  const [listed] = await listReportFiles(actor, [claim.reportId])
  const files = listed?.files.filter(isOf) ?? []
  const missing = listed?.missing.filter(isOf) ?? []
  if (!listed || files.length === 0)
    return {
      ...done,
      state: 'gone',
      file: null,
      rows: 0,
      rowsIn: 0,
      bytes: 0,
      files: 0,
      columns: [],
      missing: missing.length,
    }
  const [stored] = await findStored([{ ...listed, files, missing }])
  const parts = stored?.files ?? []
  const prepared = await prepareDataset(parts, nameFile(claim), signal)
  return {
    ...done,
    ...prepared,
    state: 'ready',
    files: parts.length,
    missing: stored?.missing.length ?? 0,
    preparedAt: await appNow(),
  }
}

/** Each lease writes to a name of its own: a stalled worker can't write over what another has prepared. */
function nameFile({ id, leaseId }: DatasetClaim): string {
  return `${id}/${leaseId}.parquet`
}

const deadly: Problem = {
  title: 'Preparing the records ended the worker each time.',
  meaning: 'The archived file is as it was and can be downloaded; nothing was billed.',
  nextStep:
    'Ask the operator for more memory, or for a lower DATASET_MEMORY_MB; then prepare them again.',
}

const done = { dueAt: null, faults: 0, problem: makeProblem(null) }

/** What was prepared before stays readable: it is only older. */
async function afterFault(
  claim: DatasetClaim,
  error: unknown,
  signal: AbortSignal,
  log: Log,
): Promise<DatasetPatch> {
  if (signal.aborted) return { dueAt: await appNow(), faults: claim.tries - 1 }
  const problem = explain(error)
  if (!isAboutFiles(error) && !(error instanceof ArchiveError))
    log.error({ err: error, datasetId: claim.id }, 'a dataset could not be prepared')
  const isLast = isAboutFiles(error) || claim.tries >= mostTries
  return { state: 'failed', problem: makeProblem(problem), ...(isLast ? { dueAt: null } : {}) }
}

/** Trying again would end the same. */
function isAboutFiles(error: unknown): boolean {
  return (
    error instanceof ContentError ||
    isLost(error) ||
    (error instanceof ArchiveError && ['missing', 'damaged'].includes(error.kind))
  )
}

/** None of the files is in the store. */
function isLost(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'gone'
}

function explain(error: unknown): Problem {
  if (isLost(error) || (error instanceof ArchiveError && isAboutFiles(error)))
    return {
      title: error.message,
      meaning:
        'The records can’t be shown here, and the file can’t be downloaded. Nothing was billed.',
      nextStep:
        'Bring the file back from a backup and prepare it again, or ask for the report anew.',
    }
  const meaning = 'The archived file is as it was and can be downloaded; nothing was billed.'
  if (error instanceof ContentError || error instanceof ArchiveError)
    return {
      title: error.message,
      meaning: `The records can’t be shown here. ${meaning}`,
      nextStep: 'Look into the downloaded file, or ask for the report anew.',
    }
  const text = error instanceof Error ? error.message : ''
  if (/ENOSPC|No space left/i.test(text))
    return {
      title: 'There is no room to prepare the records.',
      meaning,
      nextStep:
        'Make room where DATA_DIR lies, for some twice the unpacked CSV. It is tried again by itself.',
    }
  if (/^Out of Memory/i.test(text))
    return {
      title: 'Preparing the records needs more memory than is set aside for it.',
      meaning,
      nextStep: 'Ask the operator to raise DATASET_MEMORY_MB, then prepare them again.',
    }
  return {
    title: 'The records could not be prepared: a fault on our side.',
    meaning,
    nextStep: 'It is tried again by itself. If it stays like this, look into the worker’s log.',
  }
}
