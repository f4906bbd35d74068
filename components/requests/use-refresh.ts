'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useToast } from '@/components/ui/toaster'
import { reportKeys } from '@/lib/queries/reports'
import type { ActionResult } from '@/lib/schemas/action-result'

/** Asks Vonage out of turn, and says that it was done. */
export function useRefresh(ask: () => Promise<ActionResult<unknown>>): {
  run: () => void
  isPending: boolean
} {
  const toast = useToast()
  const queries = useQueryClient()
  const [isPending, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await runAction(ask, 'Try again.')
      void queries.invalidateQueries({ queryKey: reportKeys.all })
      toast(
        result.ok
          ? { title: 'Vonage is being asked' }
          : { tone: 'negative', title: 'Vonage was not asked', text: result.message },
      )
    })
  return { run, isPending }
}
