'use client'

import { RefreshCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toaster'
import type { ActionResult } from '@/lib/schemas/action-result'

const lookEveryMs = 2_000

export type WantUsage = (input: {
  environment: 'live' | 'sandbox'
  accountId?: string
}) => Promise<ActionResult<unknown>>

/** Asks for the newest usage, and shows it as soon as it is there. */
export function FetchNow({
  environment,
  accountId,
  isFetching,
  wantUsage,
}: {
  environment: 'live' | 'sandbox'
  /** Only this account's; empty: all. */
  accountId: string
  isFetching: boolean
  wantUsage: WantUsage
}) {
  const router = useRouter()
  const toast = useToast()
  const [pending, startTransition] = useTransition()
  useEffect(() => {
    if (!isFetching) return
    const timer = setInterval(() => router.refresh(), lookEveryMs)
    return () => clearInterval(timer)
  }, [isFetching, router])

  const fetchNow = () =>
    startTransition(async () => {
      const result = await runAction(
        () => wantUsage({ environment, ...(accountId ? { accountId } : {}) }),
        'Try again.',
      )
      if (!result.ok)
        toast({ tone: 'negative', title: 'Usage is not fetched', text: result.message })
      router.refresh()
    })
  return (
    <Button
      icon={<RefreshCw aria-hidden />}
      variant="primary"
      pending={pending || isFetching}
      onClick={fetchNow}
    >
      Fetch now
    </Button>
  )
}
