import { getDb } from '@/lib/db/client'

/** Makes a code valid until there is a first user. Several may be: each web process prints its own. */
export async function addSetupCode(hash: string): Promise<void> {
  await getDb().setupCode.create({ data: { hash }, select: { hash: true } })
}
