import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useNow } from '@/components/format/use-now'
import { type PlannedLookup, planLookup } from '@/lib/plan/plan-lookup'
import { startLookupSchema } from '@/lib/schemas/record-lookup'
import { type LookupValues, toLookupInput } from './lookup-values'

/** What the open form would ask for; null while it can't be counted out. */
export function useLookupPlan(): PlannedLookup | null {
  const values = useWatch<LookupValues>() as LookupValues
  const now = useNow(60_000)
  return useMemo(() => {
    const parsed = startLookupSchema.safeParse(toLookupInput(values))
    return parsed.success ? planLookup(parsed.data, new Date(now)) : null
  }, [values, now])
}
