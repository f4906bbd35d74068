import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DayField } from '@/components/ui/day-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select, type SelectOption } from '@/components/ui/select'
import { productCodes, productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { SpendingFilter } from '@/lib/schemas/spending'
import { spendingQuery } from './spending-query'

const products: SelectOption[] = productCodes.map((code) => ({
  value: code,
  label: productTitle(code),
}))

/** A plain form: what it asks stands in the URL, and it works without a script. */
export function SpendingFilters({
  filter,
  accounts,
  people,
  periods,
  hasBoth,
}: {
  filter: SpendingFilter
  accounts: SelectOption[]
  people: SelectOption[]
  /** Ranges to choose by one click. */
  periods: readonly { label: string; from: string; to: string }[]
  /** There are live accounts and sandbox accounts. */
  hasBoth: boolean
}) {
  const { environment, ...asked } = filter
  return (
    <search className="grid gap-3">
      <Form
        action={paths.spending}
        className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 lg:grid-cols-4 xl:grid-cols-[repeat(7,minmax(0,1fr))_auto]"
      >
        {hasBoth && (
          <Field label="Money">
            <Select
              name="environment"
              defaultValue={environment}
              options={[
                { value: 'live', label: 'Live' },
                { value: 'sandbox', label: 'Sandbox: made up' },
              ]}
            />
          </Field>
        )}
        <DayField label="From" name="from" day={filter.from} />
        <DayField label="To" name="to" day={filter.to} />
        <Field label="Account">
          <Select
            name="account"
            defaultValue={filter.account}
            options={accounts}
            placeholder="All accounts"
          />
        </Field>
        <Field label="Account ID">
          <Input
            name="target"
            defaultValue={filter.target}
            placeholder="Also sub-accounts"
            autoComplete="off"
          />
        </Field>
        <Field label="Product">
          <Select
            name="product"
            defaultValue={filter.product}
            options={products}
            placeholder="All products"
          />
        </Field>
        <Field label="Whose">
          <Select
            name="who"
            defaultValue={filter.who}
            options={[
              { value: 'ours', label: 'Ours' },
              { value: 'elsewhere', label: 'Made elsewhere' },
              ...people,
            ]}
            placeholder="Everybody’s"
          />
        </Field>
        <div className="flex gap-2">
          <Button type="submit">Show</Button>
          {Object.values(asked).some(Boolean) && (
            <ButtonLink href={paths.spending + spendingQuery({ environment })} variant="ghost">
              Clear
            </ButtonLink>
          )}
        </div>
      </Form>
      <nav aria-label="Periods" className="flex flex-wrap items-center gap-x-1 gap-y-1 text-sm">
        {periods.map(({ label, from, to }) => (
          <ButtonLink
            key={label}
            size="sm"
            variant="ghost"
            href={paths.spending + spendingQuery({ ...filter, from, to })}
            aria-current={filter.from === from && filter.to === to ? 'true' : undefined}
            className="aria-[current=true]:bg-accent-soft aria-[current=true]:text-accent-ink"
          >
            {label}
          </ButtonLink>
        ))}
        <span className="ml-auto text-ink-2">Days and months are UTC, as Vonage bills.</span>
      </nav>
    </search>
  )
}
