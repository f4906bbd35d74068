'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useToast } from '@/components/ui/toaster'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { LookupView } from '@/lib/schemas/record-lookup'

const dayMs = 24 * 3600_000

/** What went wrong with the last call, what it means for the bill, and the button that helps. */
export function LookupProblem({
  lookup,
  splitLookup,
}: {
  lookup: LookupView
  splitLookup: (input: { lookupId: string }) => Promise<ActionResult<unknown>>
}) {
  const router = useRouter()
  const toast = useToast()
  const [pending, startTransition] = useTransition()
  const { problem, canSplit, range } = lookup
  if (!problem) return null
  const days = range
    ? Math.ceil((Date.parse(range.dateEnd) - Date.parse(range.dateStart)) / dayMs)
    : 0

  const split = () =>
    startTransition(async () => {
      const result = await runAction(() => splitLookup({ lookupId: lookup.id }), 'Try again.')
      if (!result.ok) toast({ tone: 'negative', title: 'Not split', text: result.message })
      router.refresh()
    })
  return (
    <Callout
      kind={lookup.state === 'doubtful' ? 'warning' : 'error'}
      title={problem.title}
      action={
        canSplit && (
          <Button variant="primary" pending={pending} onClick={split}>
            Split into {days} steps of 24 hours
          </Button>
        )
      }
    >
      <p>
        {problem.meaning} {!canSplit && problem.nextStep}
      </p>
      {canSplit && (
        <p>
          In one call Vonage gives records of at most 24 hours. Split, each step is asked for by
          itself, and billed by the records that it brings: together the same as at once.
        </p>
      )}
      {problem.instance && <p>Vonage’s trace id: {problem.instance}</p>}
    </Callout>
  )
}
