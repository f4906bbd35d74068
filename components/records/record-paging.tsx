import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import type { LookupView } from '@/lib/schemas/record-lookup'

/** Which of the kept records are shown, and the way to the others. */
export function RecordPaging({
  lookup: { id, rows },
  from,
  pageSize,
}: {
  lookup: LookupView
  from: number
  pageSize: number
}) {
  if (rows <= pageSize) return null
  const page = Math.floor(from / pageSize) + 1
  const last = Math.ceil(rows / pageSize)
  const to = (wanted: number) => `${paths.lookup(id)}?page=${wanted}`
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-end gap-2">
      <span className="mr-auto text-ink-2">
        {(from + 1).toLocaleString('en')} to {Math.min(from + pageSize, rows).toLocaleString('en')}{' '}
        of {rows.toLocaleString('en')}
      </span>
      {page > 1 && <ButtonLink href={to(1)}>First</ButtonLink>}
      {page > 1 && <ButtonLink href={to(page - 1)}>Previous</ButtonLink>}
      {page < last && <ButtonLink href={to(page + 1)}>Next</ButtonLink>}
      {page < last && <ButtonLink href={to(last)}>Last</ButtonLink>}
    </nav>
  )
}
