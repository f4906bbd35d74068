import { Prisma } from '@/lib/db/generated/client'
import { startOfDay } from '@/lib/format/start-of-day'
import { type AuditFilter, auditAreas, auditOutsiders } from '@/lib/schemas/audit'
import { auditKindNames, auditKinds } from '@/lib/schemas/audit-kinds'

/**
 * The condition in SQL for a filter and the page that its cursor begins.
 * @param timeZone of the days that it names
 */
export function auditWhere(filter: AuditFilter, timeZone: string): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...ofKind(filter.kind),
      ...ofPerson(filter.person),
      ...(filter.from
        ? [Prisma.sql`"at" >= ${startOfDay(filter.from, 0, timeZone)}::timestamptz`]
        : []),
      ...(filter.to ? [Prisma.sql`"at" < ${startOfDay(filter.to, 1, timeZone)}::timestamptz`] : []),
      ...holding(filter.q),
      ...before(filter.cursor),
    ],
    ' AND ',
  )
}

function ofKind(kind: AuditFilter['kind']): Prisma.Sql[] {
  if (!kind) return []
  return Object.hasOwn(auditAreas, kind)
    ? [Prisma.sql`"kind" LIKE ${`${kind}.%`}`]
    : [Prisma.sql`"kind" = ${kind}`]
}

/** What the person did, and what was done to them: a sign-in that failed is in both their names. */
function ofPerson(person: string): Prisma.Sql[] {
  if (!person) return []
  if (Object.hasOwn(auditOutsiders, person)) return [Prisma.sql`"actorKind" = ${person}`]
  return [
    Prisma.sql`("actorId" = ${person} OR ("subjectKind" = 'user' AND "subjectId" = ${person}))`,
  ]
}

function holding(q: string): Prisma.Sql[] {
  if (!q) return []
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const kinds = auditKindNames.filter((kind) =>
    auditKinds[kind].label.toLowerCase().includes(q.toLowerCase()),
  )
  return [
    Prisma.sql`("actorName" ILIKE ${pattern} OR "subjectName" ILIKE ${pattern}
      OR "address" ILIKE ${pattern} OR "data"::text ILIKE ${pattern} OR "subjectId" = ${q}
      OR "kind" = ANY(${kinds}))`,
  ]
}

function before(cursor: string): Prisma.Sql[] {
  const [ms, id] = cursor.split('_')
  if (!ms || !id) return []
  return [
    Prisma.sql`("at", "id") < (${new Date(Number(ms)).toISOString()}::timestamptz, ${id}::uuid)`,
  ]
}
