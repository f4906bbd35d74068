import type { ArchiveFlaw } from '../faults/fault'
import type { Answer } from '../http/answer'
import type { Call } from '../http/call'
import { fileNotFound } from '../http/problems'
import { openSource } from '../records/open-source'
import { findFile } from '../reports/find-job'
import type { Sandbox } from '../sandbox'
import type { Job, JobResult } from '../state/job'
import { formatDay } from '../times'
import { writeCsv } from './csv'
import { writeZip, type ZipEntry, type ZipFlaw } from './zip'

const zipFlaws: Partial<Record<ArchiveFlaw, ZipFlaw>> = {
  'zip-truncated': 'truncated',
  'zip-no-directory': 'no-directory',
  'zip-bad-crc': 'bad-crc',
  'zip-dropped': 'dropped',
}

async function* writeNonsense(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('<html><body>The file is being prepared.</body></html>\n')
}

function openArchive(
  sandbox: Sandbox,
  job: Job,
  result: JobResult,
  flaw: ArchiveFlaw | null,
): AsyncIterable<Uint8Array> {
  if (flaw === 'zip-not-a-zip') return writeNonsense()
  const { product, accountId } = job.question
  const name = `report_${product}_${accountId}_${formatDay(result.finishAt)}.csv`
  const entry = (): ZipEntry => ({
    name,
    content: writeCsv(openSource(sandbox, job.question, job.receivedAt), result.items),
  })
  const empty = job.outcome === 'empty-archive' || flaw === 'zip-no-entry'
  const entries = empty ? [] : [entry()]
  if (flaw === 'zip-two-entries') entries.push({ ...entry(), name: `2_${name}` })
  return writeZip(entries, result.finishAt, flaw ? (zipFlaws[flaw] ?? null) : null)
}

/** `GET /v3/media/{file_id}`: the archive, made anew each time from the seed, and each time the same. */
export function getMedia(sandbox: Sandbox, call: Call, flaw: ArchiveFlaw | null): Answer {
  const job = findFile(sandbox, call.account.apiKey, call.id)
  if (!job?.result) return fileNotFound(call.id)
  const { result } = job
  return {
    status: 200,
    type: 'application/octet-stream',
    headers: {
      'content-disposition': `attachment; filename="${job.question.product}_${job.id}.zip"`,
    },
    stream: () => openArchive(sandbox, job, result, flaw),
    workDone: true,
    requestId: job.id,
  }
}
