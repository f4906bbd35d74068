import { productCodes, productTitle } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { startOfDay } from '@/lib/format/start-of-day'
import { type ReportFilter, type StateChoice, stateGroups } from '@/lib/schemas/report-list'
import type { RequestState } from '@/lib/schemas/states'

const { sql } = Prisma

function statesOf(choice: StateChoice): readonly RequestState[] {
  return choice === 'moving' || choice === 'attention' ? stateGroups[choice] : [choice]
}

/**
 * Looks where people look: in titles, persons and products; ids and keys from their beginning. Each place has an index,
 * and arrays, unlike subqueries, let PostgreSQL join what the indexes find. The persons come first: how many reports are
 * theirs decides whether to look through the newest ones or to collect all.
 */
async function searchFor(q: string): Promise<Prisma.Sql> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const people = await getDb().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE "name" ILIKE ${pattern}`
  const named = productCodes.filter((code) =>
    `${code} ${productTitle(code, null)}`.toLowerCase().includes(q.toLowerCase()),
  )
  const found = [
    sql`r."title" ILIKE ${pattern}`,
    ...(people.length > 0
      ? [sql`r."createdById" = ANY(${people.map(({ id }) => id)}::uuid[])`]
      : []),
    ...(named.length > 0 ? [sql`r."products" && ${named}::text[]`] : []),
    sql`r."id" = ANY(ARRAY(
      SELECT "reportId" FROM "ReportRequest" WHERE "requestId" ^@ ${q}
      UNION SELECT "reportId" FROM "ReportRequest" WHERE "targetAccountId" ^@ ${q}))`,
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(q) ? [sql`r."id" = ${q}::uuid`] : []),
  ]
  return sql`(${Prisma.join(found, ' OR ')})`
}

/** Reports that have a request in one of these states. One without requests has all from earlier files: it is ready. */
function inState(states: readonly RequestState[]): Prisma.Sql {
  const has = sql`r."stateCounts" ?| ${[...states]}::text[]`
  return states.includes('ready') ? sql`(${has} OR r."requestCount" = 0)` : has
}

/**
 * What holds of a report `r` that the filter lets through.
 * @param timeZone of the days that the filter names
 */
export async function reportWhere(filter: ReportFilter, timeZone: string): Promise<Prisma.Sql[]> {
  const { q, state, product, account, person, created, createdTo, from, to } = filter
  const at = (day: string, plusDays: number) =>
    sql`${startOfDay(day, plusDays, timeZone)}::timestamptz`
  return [
    ...(q ? [await searchFor(q)] : []),
    ...(state.length > 0 ? [inState(state.flatMap(statesOf))] : []),
    ...(product.length > 0 ? [sql`r."products" && ${product}::text[]`] : []),
    ...(account.length > 0 ? [sql`r."accountIds" && ${account}::uuid[]`] : []),
    ...(person.length > 0 ? [sql`r."createdById" = ANY(${person}::uuid[])`] : []),
    ...(created ? [sql`r."createdAt" >= ${at(created, 0)}`] : []),
    ...(createdTo ? [sql`r."createdAt" < ${at(createdTo, 1)}`] : []),
    ...(from ? [sql`r."dateEnd" > ${at(from, 0)}`] : []),
    ...(to ? [sql`r."dateStart" < ${at(to, 1)}`] : []),
  ]
}
