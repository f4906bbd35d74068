import { Download } from 'lucide-react'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { buttonClass } from '@/components/ui/button-class'
import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import type { AuditFilter, AuditPage } from '@/lib/schemas/audit'
import { AuditFilters, type AuditPerson } from './audit-filters'
import { auditQuery } from './audit-query'
import { AuditTable } from './audit-table'

/** Who did what, when, from where. Its filters are a plain form: they stand in the URL and need no script. */
export function AuditView({
  filter,
  page,
  people,
}: {
  filter: AuditFilter
  page: AuditPage
  people: AuditPerson[]
}) {
  const { cursor, ...asked } = filter
  const isFiltered = auditQuery(asked) !== ''
  return (
    <>
      <PageHeader
        title="Audit"
        actions={
          <a href={paths.api.audit + auditQuery(asked)} download className={buttonClass()}>
            <Download aria-hidden />
            Save as CSV
          </a>
        }
      />
      <PageBody>
        <AuditFilters key={auditQuery(asked)} filter={asked} people={people} />
        <AuditTable rows={page.rows} isFiltered={isFiltered} />
        {(cursor || page.nextCursor) && (
          <nav aria-label="Pages" className="flex justify-end gap-2">
            {cursor && <ButtonLink href={paths.audit + auditQuery(asked)}>Newest</ButtonLink>}
            {page.nextCursor && (
              <ButtonLink href={paths.audit + auditQuery({ ...asked, cursor: page.nextCursor })}>
                Older
              </ButtonLink>
            )}
          </nav>
        )}
      </PageBody>
    </>
  )
}
