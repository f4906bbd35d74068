import { Prisma } from '@/lib/db/generated/client'

/** What Prisma is told to select: `true` for a column, an object for a relation. */
type Select = Readonly<Record<string, unknown>>

function namesOf(select: Select): string[] {
  return Object.keys(select).filter((name) => select[name] === true)
}

/**
 * The columns of a select for a statement of one’s own: `q."state" AS "q.state", …`. Relations are left out.
 * @param alias of the table, and the beginning of each column’s name in the answer
 */
export function flatColumns(select: Select, alias: string): Prisma.Sql {
  return Prisma.raw(
    namesOf(select)
      .map((name) => `${alias}."${name}" AS "${alias}.${name}"`)
      .join(', '),
  )
}

/** The columns of `flatColumns` in a row of the answer, under their own names. */
export function pickColumns(
  row: Readonly<Record<string, unknown>>,
  select: Select,
  alias: string,
): Record<string, unknown> {
  return Object.fromEntries(namesOf(select).map((name) => [name, row[`${alias}.${name}`]]))
}
