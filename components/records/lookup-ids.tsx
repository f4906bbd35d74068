import { useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { PlannedLookup } from '@/lib/plan/plan-lookup'
import { idsPerCall } from '@/lib/schemas/record-lookup'
import type { LookupValues } from './lookup-values'

/** Ids as people paste them, and what was made of them. */
export function LookupIds({ plan }: { plan: PlannedLookup | null }) {
  const { register, formState } = useFormContext<LookupValues>()
  return (
    <Field
      label="Ids"
      required
      error={formState.errors.ids?.message}
      hint={
        <>
          Of messages, calls, requests, or of the records themselves. Paste a list: blanks, lines,
          commas and quotes part them; {idsPerCall} go into one call. There is no limit in time.
          {plan?.ids && <IdCount plan={plan} />}
        </>
      }
    >
      <Textarea {...register('ids')} mono rows={4} autoComplete="off" spellCheck={false} />
    </Field>
  )
}

function IdCount({ plan }: { plan: PlannedLookup }) {
  const { ids, repeated, lowered } = plan.ids ?? { ids: [], repeated: 0, lowered: 0 }
  if (ids.length === 0) return null
  const calls = Math.ceil(ids.length / idsPerCall)
  const notes = [
    `${ids.length.toLocaleString('en')} ${ids.length === 1 ? 'id' : 'ids'} in ${calls.toLocaleString('en')} ${calls === 1 ? 'call' : 'calls'}.`,
    repeated > 0 &&
      `${repeated.toLocaleString('en')} ${repeated === 1 ? 'repetition' : 'repetitions'} left out.`,
    lowered > 0 &&
      `${lowered.toLocaleString('en')} in capitals ${lowered === 1 ? 'is' : 'are'} asked for in small letters, as Vonage writes them.`,
  ]
  return <span className="block font-medium text-ink">{notes.filter(Boolean).join(' ')}</span>
}
