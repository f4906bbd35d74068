import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'
import type { TestAccount } from './accounts'
import type { Person } from './people'

/** A look-up of a test's own, with one record. That records can be looked up in the browser has a test itself. */
export async function addTestLookup(account: TestAccount, person: Person): Promise<string> {
  const { id } = await getDb().recordLookup.create({
    data: {
      formId: randomUUID(),
      createdById: person.id,
      accountId: account.id,
      targetAccountId: account.apiKey,
      product: 'SMS',
      direction: 'outbound',
      parameters: { by: 'ids', timeZone: 'UTC', filters: {}, steps: [{ ids: ['id-1'] }] },
      state: 'done',
      rows: 1,
      columns: ['id'],
      pages: { create: { number: 1, records: [{ id: 'id-1' }] } },
    },
    select: { id: true },
  })
  return id
}
