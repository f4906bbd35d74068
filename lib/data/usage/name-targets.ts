import { getDb } from '@/lib/db/client'

/** The names of Vonage's `account_id`s as far as they are known: our own accounts, and sub-accounts that were listed. */
export async function nameTargets(apiKeys: readonly string[]): Promise<Map<string, string>> {
  const where = { apiKey: { in: [...new Set(apiKeys)] } }
  const db = getDb()
  const [accounts, subaccounts] = await Promise.all([
    db.account.findMany({ where, select: { apiKey: true, label: true } }),
    db.subaccount.findMany({ where, select: { apiKey: true, name: true } }),
  ])
  return new Map([
    ...subaccounts.map(({ apiKey, name }) => [apiKey, name] as const),
    ...accounts.map(({ apiKey, label }) => [apiKey, label] as const),
  ])
}
