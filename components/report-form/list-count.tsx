import { Count } from '@/components/format/count'
import type { Filter } from '@/lib/catalogue/filters'
import { splitValues } from '@/lib/schemas/split-values'

/** What a list that was typed or pasted comes to; nothing for one value or none. */
export function ListCount({ text, list }: { text: string; list: Filter['list'] }) {
  const { values, repeated } = splitValues(text, list)
  if (values.length < 2 && repeated === 0) return null
  return (
    <span className="block font-medium text-ink">
      {values.length > 1 && (
        <>
          <Count value={values.length} /> values: one request for each.{' '}
        </>
      )}
      {repeated > 0 && (
        <>
          <Count value={repeated} /> {repeated === 1 ? 'repetition' : 'repetitions'} left out.
        </>
      )}
    </span>
  )
}
