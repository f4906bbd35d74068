'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useFormat } from '@/components/format/format-context'
import { BudgetNotices } from '@/components/plan/budget-notices'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { reportKeys } from '@/lib/queries/reports'
import { selectionOptions } from '@/lib/queries/selection'
import type { BulkDeed, BulkOutcome } from '@/lib/schemas/selection'
import { BulkOutcomeDialog } from './bulk-outcome-dialog'
import { describeBulk } from './bulk-words'
import type { SelectionHandlers } from './selection-handlers'

const nothing: Record<BulkDeed, string> = {
  cancel: 'Nothing here can be cancelled',
  retry: 'Nothing here can be retried',
  delete: 'There is no file to delete',
}

/** Asks before a deed on several reports, does it, and tells what came of it. */
export function BulkDialog({
  deed,
  ids,
  handlers,
  onClose,
}: {
  deed: BulkDeed
  ids: readonly string[]
  handlers: SelectionHandlers
  /** `isDone`: it was done, whatever came of it. */
  onClose: (isDone: boolean) => void
}) {
  const queries = useQueryClient()
  const format = useFormat()
  const preview = useQuery(selectionOptions(ids))
  const [error, setError] = useState<string>()
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>()
  const [passBudget, setPassBudget] = useState(false)
  const [isActing, startActing] = useTransition()

  const act = () =>
    startActing(async () => {
      const result = await runAction(
        () => handlers[deed]({ report: [...ids], passBudget }),
        'See what the reports say before you try again.',
      )
      void queries.invalidateQueries({ queryKey: reportKeys.all })
      if (result.ok) setOutcomes(result.data)
      else setError(result.message)
    })

  if (outcomes)
    return <BulkOutcomeDialog deed={deed} outcomes={outcomes} onClose={() => onClose(true)} />

  const budgets = deed === 'retry' ? (preview.data?.budgets ?? []) : []
  const isStopped = budgets.some(({ verdict }) => verdict === 'stop') && !passBudget
  const { words, left } = preview.data
    ? describeBulk(deed, preview.data, format)
    : { words: null, left: [] }
  if (words)
    return (
      <ConfirmDialog
        open
        {...words}
        left={left}
        pending={isActing}
        blocked={isStopped}
        error={error}
        onClose={() => onClose(false)}
        onConfirm={act}
      >
        <BudgetNotices
          budgets={budgets}
          mayPass={preview.data?.mayPassBudget ?? false}
          passes={passBudget}
          onPass={setPassBudget}
        />
      </ConfirmDialog>
    )
  return (
    <Dialog
      open
      size="sm"
      title={preview.isPending ? 'Looking at the reports' : nothing[deed]}
      onClose={() => onClose(false)}
      footer={<Button onClick={() => onClose(false)}>Close</Button>}
    >
      {preview.isPending && (
        <span className="grid gap-2" role="status" aria-label="Looking at the reports">
          <Skeleton className="w-64" />
          <Skeleton className="w-48" />
        </span>
      )}
      {preview.isError && (
        <Callout kind="error" title="The reports could not be looked at" live>
          {preview.error.message}
        </Callout>
      )}
      {preview.data && left.map((line) => <p key={line}>{line}</p>)}
    </Dialog>
  )
}
