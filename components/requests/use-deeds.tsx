'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toaster'
import { paths } from '@/lib/paths'
import { reportKeys } from '@/lib/queries/reports'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { RequestView } from '@/lib/schemas/views'
import { type Deed, describeDeed } from './deed-words'
import type { RequestHandlers } from './request-handlers'
import { RestDialog } from './rest-dialog'

/** The deeds on one request: each asked about first, then done, then shown. */
export function useDeeds(
  request: RequestView,
  handlers: RequestHandlers,
): {
  ask: (deed: Deed | 'askRest') => void
  refresh: () => void
  isRefreshing: boolean
  dialog: ReactNode
} {
  const router = useRouter()
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Deed | 'askRest' | null>(null)
  const [error, setError] = useState<string>()
  const [isDoing, startDeed] = useTransition()
  const [isRefreshing, startRefresh] = useTransition()
  const show = () => queries.invalidateQueries({ queryKey: reportKeys.all })
  const input = { requestId: request.id }

  async function attempt<T>(call: () => Promise<ActionResult<T>>): Promise<{ data: T } | null> {
    const result = await runAction(call, 'See what the report says before you try again.')
    void show()
    if (!result.ok) {
      setError(result.message)
      return null
    }
    setAsked(null)
    return { data: result.data }
  }

  const act = (deed: Deed) =>
    startDeed(async () => {
      if (deed === 'retry') {
        const made = await attempt(() => handlers.retry(input))
        if (made) router.push(paths.report(made.data.reportId))
        return
      }
      const done = await attempt(() => handlers[deed](input))
      if (done && deed === 'cancel' && request.state === 'running')
        toast({ title: 'Vonage is being told to stop' })
    })

  const refresh = () =>
    startRefresh(async () => {
      const result = await runAction(() => handlers.refresh(input), 'Try again.')
      void show()
      toast(
        result.ok
          ? { title: 'Vonage is being asked' }
          : { tone: 'negative', title: 'Vonage was not asked', text: result.message },
      )
    })

  return {
    ask: (deed) => {
      setError(undefined)
      setAsked(deed)
    },
    refresh,
    isRefreshing,
    dialog:
      asked === 'askRest' ? (
        <RestDialog requestId={request.id} handlers={handlers} onClose={() => setAsked(null)} />
      ) : (
        asked && (
          <ConfirmDialog
            open
            {...describeDeed(asked, request)}
            pending={isDoing}
            error={error}
            onClose={() => setAsked(null)}
            onConfirm={() => act(asked)}
          />
        )
      ),
  }
}
