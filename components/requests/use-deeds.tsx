'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { PassBudget } from '@/components/plan/pass-budget'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toaster'
import { reportKeys } from '@/lib/queries/reports'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { RequestView } from '@/lib/schemas/views'
import { type Deed, describeDeed } from './deed-words'
import type { RequestHandlers } from './request-handlers'
import { RestDialog } from './rest-dialog'
import { useRefresh } from './use-refresh'

/** The deeds on one request: each asked about first, then done, then shown. */
export function useDeeds(
  request: RequestView,
  handlers: RequestHandlers,
  noun: 'report' | 'request' = 'report',
): {
  ask: (deed: Deed | 'askRest') => void
  refresh: () => void
  isRefreshing: boolean
  dialog: ReactNode
} {
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Deed | 'askRest' | null>(null)
  const [error, setError] = useState<string>()
  const [isHeld, setHeld] = useState(false)
  const [passBudget, setPassBudget] = useState(false)
  const [isDoing, startDeed] = useTransition()
  const show = () => queries.invalidateQueries({ queryKey: reportKeys.all })
  const input = { requestId: request.id }
  const refresh = useRefresh(() => handlers.refresh(input))

  async function attempt(call: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    const result = await runAction(call, 'See what the report says before you try again.')
    void show()
    if (result.ok) setAsked(null)
    else {
      setError(result.message)
      setHeld(result.fieldErrors?.passBudget !== undefined)
    }
    return result.ok
  }

  const act = (deed: Deed) =>
    startDeed(async () => {
      const isDone = await attempt(() =>
        deed === 'retry' ? handlers.retry({ ...input, passBudget }) : handlers[deed](input),
      )
      if (isDone && deed === 'cancel' && request.state === 'running')
        toast({ title: 'Vonage is being told to stop' })
    })

  return {
    ask: (deed) => {
      setError(undefined)
      setHeld(false)
      setPassBudget(false)
      setAsked(deed)
    },
    refresh: refresh.run,
    isRefreshing: refresh.isPending,
    dialog:
      asked === 'askRest' ? (
        <RestDialog requestId={request.id} handlers={handlers} onClose={() => setAsked(null)} />
      ) : (
        asked && (
          <ConfirmDialog
            open
            {...describeDeed(asked, request, noun)}
            pending={isDoing}
            blocked={isHeld && !passBudget}
            error={error}
            onClose={() => setAsked(null)}
            onConfirm={() => act(asked)}
          >
            {isHeld && <PassBudget passes={passBudget} onPass={setPassBudget} />}
          </ConfirmDialog>
        )
      ),
  }
}
