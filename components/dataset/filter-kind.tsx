import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** How a column is compared. */
export function FilterKind<Kind extends string>({
  kinds,
  value,
  onChange,
}: {
  kinds: Readonly<Record<Kind, string>>
  value: Kind
  onChange: (kind: Kind) => void
}) {
  const options = (Object.entries(kinds) as [Kind, string][]).map(([kind, label]) => ({
    value: kind,
    label,
  }))
  return (
    <Field label="Records whose value">
      <Select
        value={value}
        options={options}
        onChange={({ target }) => onChange(target.value as Kind)}
      />
    </Field>
  )
}
