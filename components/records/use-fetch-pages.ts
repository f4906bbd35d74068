import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { runAction } from '@/components/actions/run-action'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { FetchPageInput, LookupView } from '@/lib/schemas/record-lookup'

export type FetchPage = (input: FetchPageInput) => Promise<ActionResult<LookupView | null>>

type Wish = { again: boolean; passBudget: boolean }

/**
 * Fetches pages one after the other, each of which is billed: it stops when it is told to, when the page is left, and at
 * the first fault, so that nothing is paid for that nobody waits for.
 */
export function useFetchPages(lookup: LookupView, fetchPage: FetchPage) {
  const router = useRouter()
  const stopped = useRef(false)
  const [fetched, setFetched] = useState<{ done: number; wanted: number } | null>(null)
  const [fault, setFault] = useState<{ message: string; isHeld: boolean } | null>(null)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  const fetchPages = useCallback(
    async (wanted: number, wish: Wish) => {
      stopped.current = false
      setFault(null)
      let now = lookup
      for (let done = 0; done < wanted && !stopped.current && now.next; done++) {
        setFetched({ done, wanted })
        const input = { lookupId: now.id, number: now.pages + 1, ...wish }
        const result = await runAction(() => fetchPage(input), 'Look at this page anew first.')
        if (!result.ok) {
          setFault({
            message: result.message,
            isHeld: result.fieldErrors?.passBudget !== undefined,
          })
          break
        }
        if (result.data?.state !== 'partial') break
        now = result.data
      }
      setFetched(null)
      router.refresh()
    },
    [lookup, fetchPage, router],
  )
  const stop = () => {
    stopped.current = true
  }
  return { fetched, fault, fetchPages, stop }
}
