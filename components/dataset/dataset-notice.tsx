'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Spinner } from '@/components/ui/spinner'
import { useToast } from '@/components/ui/toaster'
import { productTitle } from '@/lib/catalogue/products'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { DatasetView } from '@/lib/schemas/dataset'

export type PrepareAgain = (input: { reportId: string }) => Promise<ActionResult<unknown>>

/** What is to be known of a dataset beside its records: that they are on their way, that it failed, that some are missing. */
export function DatasetNotice({
  reportId,
  dataset,
  names,
  prepareAgain,
}: {
  reportId: string
  dataset: DatasetView
  /** Which product it is must be said: there are several. */
  names: boolean
  /** Null for who may not. */
  prepareAgain: PrepareAgain | null
}) {
  const { product, state, isReadable, rows, rowsIn, problem, missing } = dataset
  const of = names ? ` of ${productTitle(product)}` : ''
  const again = prepareAgain && <Again reportId={reportId} prepareAgain={prepareAgain} />
  if (state === 'waiting' || state === 'preparing')
    return (
      <p role="status" className="flex items-center gap-2 text-ink-2">
        <Spinner />
        {isReadable
          ? `The records${of} are being prepared anew. What you see is from before.`
          : `The records${of} are being prepared. It takes a few seconds for each million.`}
      </p>
    )
  if (state === 'failed' || state === 'gone')
    return (
      <Callout
        kind={state === 'gone' ? 'info' : 'warning'}
        title={
          problem
            ? `${names ? `${productTitle(product)}: ` : ''}${problem.title}`
            : `The records${of} can’t be shown`
        }
        action={state === 'failed' && again}
      >
        {problem ? `${problem.meaning} ${problem.nextStep}` : 'Their file is not here any more.'}
      </Callout>
    )
  if (rows !== rowsIn)
    return (
      <Callout
        kind="error"
        title={`${rows.toLocaleString('en')} of ${rowsIn.toLocaleString('en')} records${of} can be read`}
        action={again}
      >
        The others are in the archived file, which is whole. Sums and charts lack them.
      </Callout>
    )
  if (missing > 0)
    return (
      <Callout
        kind="warning"
        title={`${missing} of the files${of} ${missing === 1 ? 'is' : 'are'} not here`}
      >
        Their records are missing below, and in the sums and charts.
      </Callout>
    )
  return null
}

function Again({ reportId, prepareAgain }: { reportId: string; prepareAgain: PrepareAgain }) {
  const queries = useQueryClient()
  const toast = useToast()
  const [isPending, start] = useTransition()
  return (
    <Button
      size="sm"
      pending={isPending}
      onClick={() =>
        start(async () => {
          const result = await runAction(() => prepareAgain({ reportId }), 'Try again.')
          if (!result.ok)
            toast({ tone: 'negative', title: 'Not prepared again', text: result.message })
          await queries.invalidateQueries({ queryKey: ['records', reportId, 'datasets'] })
        })
      }
    >
      Prepare again
    </Button>
  )
}
