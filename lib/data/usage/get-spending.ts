import { isProductCode, productTitle } from '@/lib/catalogue/products'
import { listAccountLabels } from '@/lib/data/accounts/list-account-labels'
import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { Spending, SpendingQuestion, Spent, SpentBy } from '@/lib/schemas/spending'
import { chargedLines } from './charged-lines'
import { nameTargets } from './name-targets'

const { sql } = Prisma

type Group = Spent & {
  by: 'all' | 'month' | 'product' | 'account' | 'target' | 'person'
  key: string
  unpriced: number
  free: number
}

/**
 * What Vonage charged, by month (UTC), product, account, sub-account and person, in each currency. Sums are made by the
 * database as exact decimals and leave it as text.
 * @throws AppError `forbidden`
 */
export async function getSpending(actor: UserActor, question: SpendingQuestion): Promise<Spending> {
  authorize(actor, 'spending.see')
  const db = getDb()
  const groups = await db.$queryRaw<Group[]>`
    WITH lines AS MATERIALIZED (
      SELECT "accountId", "targetAccountId", "product", "currency", "personId", "isOurs", "itemsWritten", "totalPrice",
        to_char("receivedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", "isCharged" IS DISTINCT FROM false AS "charged"
      FROM (${chargedLines(question)}) AS found
    )
    SELECT g."by", g."key", l."currency",
      ${sumOf(sql`TRUE`)} AS "total", ${sumOf(sql`l."isOurs"`)} AS "ours", ${sumOf(sql`NOT l."isOurs"`)} AS "elsewhere",
      (count(*) FILTER (WHERE l."charged"))::int AS "calls",
      COALESCE(sum(l."itemsWritten") FILTER (WHERE l."charged"), 0)::float8 AS "records",
      (count(*) FILTER (WHERE l."charged" AND l."totalPrice" IS NULL))::int AS "unpriced",
      (count(*) FILTER (WHERE NOT l."charged"))::int AS "free"
    FROM lines l CROSS JOIN LATERAL (VALUES
      ('all', ''), ('month', l."month"), ('product', l."product"), ('account', l."accountId"::text),
      ('target', l."targetAccountId"), ('person', COALESCE(l."personId"::text, ''))) AS g("by", "key")
    GROUP BY g."by", g."key", l."currency"
    ORDER BY l."currency", sum(l."totalPrice") FILTER (WHERE l."charged") DESC NULLS LAST, g."key"`
  const keysOf = (by: Group['by']) =>
    groups.filter((group) => group.by === by && group.key !== '').map(({ key }) => key)
  const [accounts, people, targets] = await Promise.all([
    listAccountLabels(keysOf('account')),
    db.user.findMany({
      where: { id: { in: keysOf('person') } },
      select: { id: true, name: true },
    }),
    nameTargets(keysOf('target')),
  ])
  const persons = new Map(people.map(({ id, name }) => [id, name]))
  const list = (by: Group['by'], name: (key: string) => string): SpentBy[] =>
    groups
      .filter((group) => group.by === by && group.calls > 0)
      .map(({ by: _, unpriced: __, free: ___, ...group }) => ({ ...group, label: name(group.key) }))
  const all = groups.filter(({ by }) => by === 'all')
  return {
    totals: list('all', () => '').map(({ key: _, label: __, ...spent }) => spent),
    months: list('month', (key) => key).sort((a, b) => a.key.localeCompare(b.key)),
    products: list('product', (key) => (isProductCode(key) ? productTitle(key) : key)),
    accounts: list('account', (key) => accounts.get(key) ?? ''),
    targets: list('target', (key) => targets.get(key) ?? ''),
    people: list('person', (key) => persons.get(key) ?? ''),
    unpriced: all.reduce((count, { unpriced }) => count + unpriced, 0),
    free: all.reduce((count, { free }) => count + free, 0),
  }
}

/** Decimal text, without zeros that say nothing. */
function sumOf(which: Prisma.Sql): Prisma.Sql {
  return sql`trim_scale(COALESCE(sum(l."totalPrice") FILTER (WHERE l."charged" AND ${which}), 0))::text`
}
