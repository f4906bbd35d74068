'use client'

import { CircleStop, Download, RotateCcw, Trash2, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Count } from '@/components/format/count'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { BulkDeed } from '@/lib/schemas/selection'
import type { SelectionHandlers, SelectionRights } from './selection-handlers'

// Loaded when they are asked for: most visits never do.
const BulkDialog = dynamic(() => import('./bulk-dialog').then((file) => file.BulkDialog))
const DownloadDialog = dynamic(() =>
  import('./download-dialog').then((file) => file.DownloadDialog),
)

/** What can be done with the reports that are selected; each deed says first what it would reach. */
export function SelectionBar({
  ids,
  rights,
  handlers,
  onClear,
}: {
  ids: readonly string[]
  rights: SelectionRights
  handlers: SelectionHandlers
  onClear: () => void
}) {
  // The rows go on changing beneath an open dialog; it stays with those that were chosen.
  const [asked, setAsked] = useState<{ deed: BulkDeed | 'download'; ids: readonly string[] }>()
  const ask = (deed: BulkDeed | 'download') => setAsked({ deed, ids })
  const close = (isDone: boolean) => {
    setAsked(undefined)
    if (isDone) onClear()
  }
  return (
    <>
      {ids.length > 0 && (
        <section
          aria-label="Selected reports"
          className="pop sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1.5 p-1.5 pl-3 max-sm:bottom-20"
        >
          <span role="status" className="mr-2 font-medium">
            <Count value={ids.length} /> selected
          </span>
          {rights.canDownload && (
            <Button size="sm" icon={<Download aria-hidden />} onClick={() => ask('download')}>
              <Label short="Download" rest="files" />
            </Button>
          )}
          {rights.canCreate && (
            <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={() => ask('retry')}>
              <Label short="Retry" rest="failed" />
            </Button>
          )}
          {rights.canCancel && (
            <Button size="sm" icon={<CircleStop aria-hidden />} onClick={() => ask('cancel')}>
              <Label short="Cancel" rest="reports" />
            </Button>
          )}
          {rights.canDelete && (
            <Button size="sm" icon={<Trash2 aria-hidden />} onClick={() => ask('delete')}>
              <Label short="Delete" rest="files" />
            </Button>
          )}
          <IconButton name="Clear selection" icon={<X />} size="sm" onClick={onClear} />
        </section>
      )}
      {asked?.deed === 'download' && (
        <DownloadDialog ids={asked.ids} onClose={() => close(false)} />
      )}
      {asked && asked.deed !== 'download' && (
        <BulkDialog deed={asked.deed} ids={asked.ids} handlers={handlers} onClose={close} />
      )}
    </>
  )
}

/** A deed’s words; a phone shows the first alone. */
function Label({ short, rest }: { short: string; rest: string }) {
  return (
    <span>
      {short}
      <span className="max-sm:sr-only"> {rest}</span>
    </span>
  )
}
