'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toaster'
import { paths } from '@/lib/paths'
import { reportKeys } from '@/lib/queries/reports'
import type { RequestView } from '@/lib/schemas/views'
import { type Deed, describeDeed } from './deed-words'
import type { RequestHandlers } from './request-handlers'

/** The deeds on one request: each asked about first, then done, then shown. */
export function useDeeds(
  request: RequestView,
  handlers: RequestHandlers,
): { ask: (deed: Deed) => void; refresh: () => void; isRefreshing: boolean; dialog: ReactNode } {
  const router = useRouter()
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Deed | null>(null)
  const [error, setError] = useState<string>()
  const [isDoing, startDeed] = useTransition()
  const [isRefreshing, startRefresh] = useTransition()
  const show = () => queries.invalidateQueries({ queryKey: reportKeys.all })
  const input = { requestId: request.id }

  const act = (deed: Deed) =>
    startDeed(async () => {
      const result = await runAction(
        () => handlers[deed](input),
        'See what the report says before you try again.',
      )
      void show()
      if (!result.ok) return setError(result.message)
      setAsked(null)
      if (deed === 'retry')
        router.push(paths.report((result.data as { reportId: string }).reportId))
      if (deed === 'cancel' && request.state !== 'queued')
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
    dialog: asked && (
      <ConfirmDialog
        open
        {...describeDeed(asked, request)}
        pending={isDoing}
        error={error}
        onClose={() => setAsked(null)}
        onConfirm={() => act(asked)}
      />
    ),
  }
}
