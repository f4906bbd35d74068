'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { Dialog } from '../ui/dialog'
import { Skeleton } from '../ui/skeleton'
import type { NavItem } from './nav-list'
import { listPageActions, type PageAction } from './page-actions'

// Loaded when it is asked for: most visits never do.
const CommandList = lazy(() =>
  import('./command-list').then((module) => ({ default: module.CommandList })),
)

/** Ctrl/Cmd-K: go to a place or a report, or do what the page offers, by typing a part of its name. */
export function CommandPalette({
  nav,
  canCreate,
}: {
  nav: readonly NavItem[]
  canCreate: boolean
}) {
  // What the page offers is read before the dialog covers it.
  const [actions, setActions] = useState<PageAction[] | null>(null)

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (!document.querySelector('dialog:modal')) setActions(listPageActions())
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])

  const close = () => setActions(null)
  return (
    <Dialog open={actions !== null} onClose={close} title="Go to">
      <Suspense fallback={<Skeleton className="h-9" />}>
        {actions && (
          <CommandList nav={nav} actions={actions} canCreate={canCreate} onDone={close} />
        )}
      </Suspense>
    </Dialog>
  )
}
