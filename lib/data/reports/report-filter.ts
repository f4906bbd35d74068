import { productCodes, productTitle } from '@/lib/catalogue/products'
import type { Prisma } from '@/lib/db/generated/client'
import { startOfDay } from '@/lib/format/start-of-day'
import { type ReportFilter, stateGroups } from '@/lib/schemas/reports'
import type { RequestState } from '@/lib/schemas/states'

const isGroup = (state: string): state is keyof typeof stateGroups =>
  Object.hasOwn(stateGroups, state)

function statesOf(state: NonNullable<ReportFilter['state']>): readonly RequestState[] {
  return isGroup(state) ? stateGroups[state] : [state]
}

/**
 * Looks where people look: in titles, persons and products; ids and keys from their beginning, which an index finds.
 */
function searchFor(q: string): Prisma.ReportWhereInput {
  // Prisma hands wildcards on as such.
  const plain = q.replaceAll(/[\\%_]/g, '\\$&')
  const contains = { contains: plain, mode: 'insensitive' } as const
  const startsWith = { startsWith: plain }
  const named = productCodes.filter((code) =>
    `${code} ${productTitle(code, null)}`.toLowerCase().includes(q.toLowerCase()),
  )
  return {
    OR: [
      { title: contains },
      { createdBy: { name: contains } },
      ...(named.length > 0 ? [{ products: { hasSome: named } }] : []),
      {
        requests: {
          some: { OR: [{ requestId: startsWith }, { targetAccountId: startsWith }] },
        },
      },
      ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(q) ? [{ id: q }] : []),
    ],
  }
}

/** @param timeZone of the days that the filter names */
export function reportWhere(filter: ReportFilter, timeZone: string): Prisma.ReportWhereInput[] {
  const { q, state, product, account, person, created, createdTo, from, to } = filter
  return [
    ...(q ? [searchFor(q)] : []),
    ...(state
      ? [{ requests: { some: { state: { in: [...statesOf(state)] }, replacedById: null } } }]
      : []),
    ...(product ? [{ products: { has: product } }] : []),
    ...(account ? [{ accountIds: { has: account } }] : []),
    ...(person ? [{ createdById: person }] : []),
    ...(created ? [{ createdAt: { gte: startOfDay(created, 0, timeZone) } }] : []),
    ...(createdTo ? [{ createdAt: { lt: startOfDay(createdTo, 1, timeZone) } }] : []),
    ...(from ? [{ dateEnd: { gt: startOfDay(from, 0, timeZone) } }] : []),
    ...(to ? [{ dateStart: { lt: startOfDay(to, 1, timeZone) } }] : []),
  ]
}
