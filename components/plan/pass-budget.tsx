import { Checkbox } from '@/components/ui/checkbox'

/** An administrator says that an account's hard stop is to be passed, this once. */
export function PassBudget({
  passes,
  onPass,
}: {
  passes: boolean
  onPass: (passes: boolean) => void
}) {
  return (
    <Checkbox
      label="Go past the hard stop"
      hint="It is written down in the audit."
      checked={passes}
      onChange={({ currentTarget }) => onPass(currentTarget.checked)}
    />
  )
}
