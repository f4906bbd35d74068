import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { receiveArchive } from '@/lib/archive/receive-archive'
import { buildZip } from '@/lib/archive/test-zip'
import type { RequestState } from '@/lib/schemas/states'
import { getArchiveStore } from './archive-store'
import type { World } from './test-world'

type Fields = {
  reportId: string
  product?: string
  direction?: string | null
  targetAccountId?: string
  dateStart?: Date
  dateEnd?: Date
  state?: RequestState
  requestStatus?: string
  problem?: { title: string }
  fileDeadline?: Date
  submittedAt?: Date
}

/** An empty report, to be filled with requests of any kind. */
export async function addReport(world: World, title = 'SMS outbound · Main'): Promise<string> {
  const { id } = await world.db.report.create({
    data: {
      formId: randomUUID(),
      createdById: world.ana.id,
      title,
      timeZone: 'UTC',
      parameters: {},
    },
  })
  return id
}

/** A request of a report, with the archived file of this CSV if one is given. */
export async function addRequest(world: World, fields: Fields, csv?: string): Promise<string> {
  const { id } = await world.db.reportRequest.create({
    data: {
      accountId: world.accountId,
      product: 'SMS',
      direction: 'outbound',
      targetAccountId: 'abcd1234',
      dateStart: new Date('2026-06-01T00:00:00Z'),
      dateEnd: new Date('2026-06-02T00:00:00Z'),
      filters: {},
      state: csv === undefined ? 'running' : 'ready',
      ...fields,
    },
  })
  if (csv !== undefined) await addArchive(world, id, csv)
  return id
}

async function addArchive(world: World, requestId: string, csv: string): Promise<void> {
  const storeKey = `2026/11/${requestId}-${randomUUID().slice(0, 8)}.zip`
  const received = await receiveArchive({
    source: Readable.from([buildZip(csv)]),
    store: getArchiveStore(),
    key: storeKey,
  })
  await world.db.archive.create({ data: { requestId, storeKey, ...received } })
}

/** Where a request's file lies. */
export async function findFile(world: World, requestId: string): Promise<string> {
  const { storeKey } = await world.db.archive.findUniqueOrThrow({ where: { requestId } })
  return join(process.env.DATA_DIR ?? '', 'archives', storeKey)
}
