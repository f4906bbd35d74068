import { EyeOff } from 'lucide-react'
import type { RecordColumn } from '@/lib/schemas/dataset'

/** Which columns a person does not see in full, and who can change that. */
export function MaskNote({ columns }: { columns: readonly RecordColumn[] }) {
  const masked = columns.filter(({ isMasked }) => isMasked)
  if (masked.length === 0) return null
  return (
    <p className="flex items-start gap-2 text-ink-2 text-sm">
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Masked for you, since they tell of people: {masked.map(({ key }) => key).join(', ')}. They
        can’t be searched, filtered or sorted by. An administrator can give you the right to see
        them.
      </span>
    </p>
  )
}
