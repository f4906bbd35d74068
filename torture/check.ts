import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/lib/db/client'
import { verifyCallbackToken } from '@/lib/vault/callback-token'
import { patiently } from './database'
import { listMoving } from './finish'
import type { Stage } from './stage'

/** What went wrong, in words, by kind. */
export type Verdict = { lost: string[]; sentTwice: string[]; stuck: string[] }

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/**
 * Holds what is here against what the sandbox knows.
 * @param accepted the reports that the page accepted in this round
 */
export async function checkRound(stage: Stage, accepted: readonly string[]): Promise<Verdict> {
  const verdict: Verdict = { lost: [], sentTwice: [], stuck: [] }
  const rows = await patiently(() => listRequests(accepted))
  for (const id of accepted)
    if (!rows.some(({ reportId }) => reportId === id))
      verdict.lost.push(`report ${id} was accepted and is not there`)
  for (const { id, state } of await listMoving()) verdict.stuck.push(`request ${id} is ${state}`)

  const jobs = await stage.sandbox.jobs()
  for (const row of rows) {
    const own = jobs.filter(({ callbackUrl }) => ownerOf(callbackUrl, stage.vaultKey) === row.id)
    for (const { id } of own.slice(1))
      verdict.sentTwice.push(`request ${row.id} was made again as ${id}`)
    const [job] = own
    if (job?.status === 'SUCCESS' || job?.status === 'TRUNCATED')
      verdict.lost.push(...(await findFileFaults(stage, row, job)))
    else if (!job && !['unconfirmed', 'queued'].includes(row.state))
      verdict.lost.push(`request ${row.id} is ${row.state}, and the sandbox never made it`)
    verdict.lost.push(...findEventFaults(row))
  }
  return verdict
}

const ownerOf = (url: string | null, key: Buffer) =>
  verifyCallbackToken(url?.split('/').at(-1) ?? '', key)

type Row = Awaited<ReturnType<typeof listRequests>>[number]
type ListedJob = Awaited<ReturnType<Stage['sandbox']['jobs']>>[number]

function listRequests(reportIds: readonly string[]) {
  return getDb().reportRequest.findMany({
    where: { reportId: { in: [...reportIds] } },
    select: {
      id: true,
      reportId: true,
      state: true,
      requestId: true,
      archive: { select: { storeKey: true, sha256: true } },
      events: { select: { kind: true } },
    },
  })
}

/** The file must be here, as it is recorded, and bit for bit as the sandbox still has it. */
async function findFileFaults(stage: Stage, row: Row, job: ListedJob): Promise<string[]> {
  const what = `request ${row.id} (${row.state})`
  if (!row.archive) return [`${what} has no file, the sandbox’s ${job.id} has one`]
  if (row.requestId !== job.id)
    return [`${what} is followed as ${row.requestId}, made as ${job.id}`]
  const path = join(stage.archives, row.archive.storeKey)
  if (!existsSync(path)) return [`${what}: the file ${row.archive.storeKey} is gone`]
  if (sha256(readFileSync(path)) !== row.archive.sha256) return [`${what}: the file was changed`]
  const key = stage.keys.find(({ apiKey }) => apiKey === job.apiKey)
  if (!key) return [`${what}: made with an unknown key`]
  const original = await fetchOriginal(stage, key, job.fileId)
  return original === row.archive.sha256
    ? []
    : [`${what}: the file is not the one that was offered`]
}

async function fetchOriginal(stage: Stage, key: Stage['keys'][number], fileId: string) {
  for (;;) {
    const answer = await stage.sandbox.fetch(`/v3/media/${fileId}`, key)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status !== 429) return answer.ok ? sha256(bytes) : `status ${answer.status}`
    await sleep(250)
  }
}

/** Each event that happens once is there once, and each state has the event that led to it. */
function findEventFaults(row: Row): string[] {
  const count = (...kinds: string[]) => row.events.filter(({ kind }) => kinds.includes(kind)).length
  const faults: string[] = []
  const expect = (isTrue: boolean, what: string) =>
    isTrue || faults.push(`request ${row.id} (${row.state}): ${what}`)
  expect(count('archived') === (row.state === 'ready' ? 1 : 0), `${count('archived')} × archived`)
  if (row.requestId) expect(count('accepted', 'adopted') === 1, 'not accepted exactly once')
  expect(count('submitting') >= count('accepted', 'unconfirmed'), 'accepted without being sent')
  if (row.state === 'failed') expect(count('failed') === 1, 'failed without its event')
  return faults
}
