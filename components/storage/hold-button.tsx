'use client'

import { Lock, LockOpen } from 'lucide-react'
import { useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toaster'
import type { HoldReport } from './storage-actions'

/** Keeps a report's files from being deleted, or lets go of them. */
export function HoldButton({
  reportId,
  title,
  isHeld,
  holdReport,
  onDone,
}: {
  reportId: string
  title: string
  isHeld: boolean
  holdReport: HoldReport
  onDone?: () => void
}) {
  const toast = useToast()
  const [pending, startTransition] = useTransition()
  const change = () =>
    startTransition(async () => {
      const result = await runAction(() => holdReport({ reportId, hold: !isHeld }), 'Try again.')
      if (result.ok) onDone?.()
      else toast({ tone: 'negative', title: 'Nothing was changed', text: result.message })
    })
  return (
    <Button
      size="sm"
      className="max-md:mr-2"
      icon={isHeld ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
      pending={pending}
      onClick={change}
    >
      {isHeld ? 'Release' : 'Hold'}
      <span className="sr-only"> {title}</span>
    </Button>
  )
}
