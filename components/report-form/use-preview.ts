import { useEffect, useRef, useState } from 'react'
import type { PlanPreview } from '@/lib/plan/plan-preview'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { CreateReportInput } from '@/lib/schemas/create-report'

export type AskPreview = (input: CreateReportInput) => Promise<ActionResult<PlanPreview>>

/** A person that types is not asked about at each key. */
const pauseMs = 500

/**
 * What the server says of the form as it stands: paid parts, estimate, budgets. Null while the form is not ready to be
 * sent, and until the answer for just this form is there: an older one would tell of something else.
 */
export function usePreview(
  input: CreateReportInput | null,
  ask: AskPreview,
): { preview: PlanPreview | null; isAsking: boolean; askAgain: () => void } {
  const key = input && JSON.stringify({ ...input, formId: '' })
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<{ key: string; preview: PlanPreview | null }>()
  const latest = useRef({ input, ask })
  latest.current = { input, ask }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    const timer = setTimeout(async () => {
      const { input, ask } = latest.current
      // Without an answer the form works as well: the server looks again when it is sent.
      const result = input && (await ask(input).catch(() => null))
      if (isWanted) setAnswer({ key, preview: result?.ok ? result.data : null })
    }, pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [key, round])

  const isCurrent = key !== null && answer?.key === key
  return {
    preview: isCurrent ? answer.preview : null,
    isAsking: key !== null && !isCurrent,
    askAgain: () => {
      setAnswer(undefined)
      setRound((count) => count + 1)
    },
  }
}
