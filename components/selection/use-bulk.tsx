'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import type { BulkDeed } from '@/lib/schemas/selection'
import type { SelectionHandlers } from './selection-handlers'

// Loaded when it is asked for: most visits never do.
const BulkDialog = dynamic(() => import('./bulk-dialog').then((file) => file.BulkDialog))

/** The deeds on all requests and files of one report: each says first what it would reach. */
export function useBulk(
  reportId: string,
  handlers: SelectionHandlers,
): { ask: (deed: BulkDeed) => void; dialog: ReactNode } {
  const [deed, setDeed] = useState<BulkDeed>()
  return {
    ask: setDeed,
    dialog: deed && (
      <BulkDialog
        deed={deed}
        ids={[reportId]}
        handlers={handlers}
        onClose={() => setDeed(undefined)}
      />
    ),
  }
}
