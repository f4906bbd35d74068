import { Button } from '@/components/ui/button'

/** Older pages, and back to the newest; the browser's Back goes one page up. */
export function ReportsPaging({
  isNewest,
  nextCursor,
  onGoTo,
}: {
  isNewest: boolean
  nextCursor: string | null
  onGoTo: (cursor: string | null) => void
}) {
  if (isNewest && !nextCursor) return null
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      {!isNewest && <Button onClick={() => onGoTo(null)}>Newest</Button>}
      {nextCursor && <Button onClick={() => onGoTo(nextCursor)}>Older</Button>}
    </nav>
  )
}
