import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuditView } from '@/components/audit/audit-view'
import { requireUser } from '@/lib/auth/current-user'
import { readDisplay } from '@/lib/auth/display'
import { listAudit } from '@/lib/data/audit/list-audit'
import { listUsers } from '@/lib/data/users/list-users'
import { paths } from '@/lib/paths'
import { auditFilterSchema } from '@/lib/schemas/audit'
import { hasRight } from '@/lib/schemas/rights'

export const metadata: Metadata = { title: 'Audit' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const user = await requireUser(paths.audit)
  if (!hasRight(user.role, 'audit.see')) notFound()
  const filter = auditFilterSchema.parse(await searchParams)
  const { timeZone } = await readDisplay()
  const [page, people] = await Promise.all([listAudit(user, filter, timeZone), listUsers(user)])
  return (
    <AuditView
      filter={filter}
      page={page}
      people={people.map(({ id, name, email }) => ({ id, name, email }))}
    />
  )
}
