import { buttonClass } from '@/components/ui/button-class'
import type { ListReportsInput } from '@/lib/schemas/report-list'
import { inPlace, listHref } from './list-link'

/** The page before and the next one, and back to the first. */
export function ReportsPaging({
  input,
  previousCursor,
  nextCursor,
  onGoTo,
}: {
  input: ListReportsInput
  previousCursor: string | null
  nextCursor: string | null
  onGoTo: (cursor: string | null) => void
}) {
  const isFirst = input.cursor === null
  if (isFirst && !nextCursor) return null
  const byTime = input.sort === 'created' && input.order !== 'asc'
  const links = [
    { name: byTime ? 'Newest' : 'First', cursor: null, there: !isFirst },
    { name: byTime ? 'Newer' : 'Previous', cursor: previousCursor, there: previousCursor !== null },
    { name: byTime ? 'Older' : 'Next', cursor: nextCursor, there: nextCursor !== null },
  ]
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      {links
        .filter(({ there }) => there)
        .map(({ name, cursor }) => (
          <a
            key={name}
            href={listHref(input, { cursor })}
            onClick={inPlace(() => onGoTo(cursor))}
            className={buttonClass()}
          >
            {name}
          </a>
        ))}
    </nav>
  )
}
