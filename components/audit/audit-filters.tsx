import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DayField } from '@/components/ui/day-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select, type SelectOption } from '@/components/ui/select'
import { paths } from '@/lib/paths'
import { type AuditFilter, auditAreas, auditOutsiders } from '@/lib/schemas/audit'
import { auditKindNames, auditKinds } from '@/lib/schemas/audit-kinds'

export type AuditPerson = { id: string; name: string; email: string }

/** An area, then its kinds, moved in. */
const kinds: SelectOption[] = Object.entries(auditAreas).flatMap(([area, label]) => [
  { value: area, label: `${label}: all` },
  ...auditKindNames
    .filter((kind) => kind.startsWith(`${area}.`))
    .map((kind) => ({ value: kind, label: `\u2003${auditKinds[kind].label}` })),
])

const outsiders = Object.entries(auditOutsiders).map(([value, label]) => ({ value, label }))

export function AuditFilters({
  filter,
  people,
}: {
  filter: Omit<AuditFilter, 'cursor'>
  people: AuditPerson[]
}) {
  const persons = people.map(({ id, name, email }) => ({
    value: id,
    label: name ? `${name} (${email})` : email,
  }))
  return (
    <search>
      <Form
        action={paths.audit}
        className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto]"
      >
        <div className="max-lg:col-span-2">
          <Field label="Search">
            <Input type="search" name="q" defaultValue={filter.q} maxLength={200} />
          </Field>
        </div>
        <Field label="What">
          <Select name="kind" defaultValue={filter.kind} options={kinds} placeholder="Everything" />
        </Field>
        <Field label="Who">
          <Select
            name="person"
            defaultValue={filter.person}
            options={[...persons, ...outsiders]}
            placeholder="Everybody"
          />
        </Field>
        <DayField label="From" name="from" day={filter.from} />
        <DayField label="To" name="to" day={filter.to} />
        <div className="flex gap-2">
          <Button type="submit">Show</Button>
          {Object.values(filter).some(Boolean) && (
            <ButtonLink href={paths.audit} variant="ghost">
              Clear
            </ButtonLink>
          )}
        </div>
      </Form>
    </search>
  )
}
