import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDb } from '@/lib/db/client'
import type { RequestState } from '@/lib/schemas/states'
import type { TestAccount } from './accounts'
import type { Person } from './people'

/** A report in this state, as if somebody had asked for it. */
export async function addReport(
  account: TestAccount,
  person: Person,
  state: RequestState = 'unconfirmed',
) {
  const report = await getDb().report.create({
    data: {
      formId: randomUUID(),
      createdById: person.id,
      title: 'Watched',
      timeZone: 'UTC',
      parameters: {},
      requests: {
        create: {
          accountId: account.id,
          product: 'SMS',
          direction: 'outbound',
          targetAccountId: account.apiKey,
          dateStart: new Date('2026-06-01'),
          dateEnd: new Date('2026-07-01'),
          filters: {},
          state,
        },
      },
    },
    select: { id: true, requests: { select: { id: true } } },
  })
  return { id: report.id, requestId: report.requests[0]?.id ?? '' }
}

/** As another person's click, or the worker, would change it. */
export async function setState(requestId: string, state: RequestState): Promise<void> {
  await getDb().reportRequest.update({
    where: { id: requestId },
    data: { state, version: { increment: 1 }, endedAt: new Date() },
  })
}

/** More than all buffers between the server's disk and a reader that has stopped. */
export const archiveBytes = 64 * 1024 * 1024

/** A large file for a request, which is never read as a ZIP. */
export async function storeArchive(dataDir: string, requestId: string): Promise<void> {
  const bytes = randomBytes(archiveBytes)
  const storeKey = `e2e/${requestId}.zip`
  mkdirSync(join(dataDir, 'archives', 'e2e'), { recursive: true })
  writeFileSync(join(dataDir, 'archives', storeKey), bytes)
  await getDb().archive.create({
    data: {
      requestId,
      storeKey,
      bytes: archiveBytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      rows: 1,
      csvBytes: archiveBytes,
      columns: [],
    },
  })
}
