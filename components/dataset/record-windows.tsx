'use client'

import { Count } from '@/components/format/count'
import { Button } from '@/components/ui/button'
import { mostRows } from './record-grid'
import type { ViewControl } from './use-record-view'

/** Where there are more records than can be scrolled through at once: which are meant, and the way to the others. */
export function RecordWindows({ total, control }: { total: number; control: ViewControl }) {
  const { start } = control.view
  if (total <= mostRows && start === 0) return null
  const end = Math.min(total, start + mostRows)
  return (
    <nav aria-label="Parts of the records" className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">
        Records <Count value={Math.min(start + 1, total)} /> to <Count value={end} /> of{' '}
        <Count value={total} />
      </span>
      <Button
        size="sm"
        disabled={start === 0}
        onClick={() => control.change({ start: Math.max(0, start - mostRows) })}
      >
        Earlier ones
      </Button>
      <Button
        size="sm"
        disabled={end >= total}
        onClick={() => control.change({ start: start + mostRows })}
      >
        Later ones
      </Button>
    </nav>
  )
}
