import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { productOptions } from '@/components/report-form/product-options'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import type { AccountView } from '@/lib/schemas/views'
import type { LookupValues } from './lookup-values'

const directions = [
  { value: 'inbound', label: 'Inbound' },
  { value: 'outbound', label: 'Outbound' },
] as const

/** Whose records, of what, and which way they went. */
export function LookupWhat({ accounts }: { accounts: readonly AccountView[] }) {
  const { control, register, getValues, setValue, formState } = useFormContext<LookupValues>()
  const [accountId, product] = useWatch<LookupValues, ['accountId', 'product']>({
    name: ['accountId', 'product'],
  })
  const rule = product === '' ? 'invalid' : getProduct(product).direction
  const refused = accounts.find(({ id }) => id === accountId)?.refusedAt
  const { errors } = formState

  // A sub-account that was typed stays; another account's own key goes with that account.
  const followAccount = (id: string) => {
    const target = getValues('targetAccountId').trim()
    const next = accounts.find((account) => account.id === id)
    if (next && (target === '' || accounts.some(({ apiKey }) => apiKey === target)))
      setValue('targetAccountId', next.apiKey, { shouldValidate: true })
  }

  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Account"
          required
          error={errors.accountId?.message}
          hint={refused ? 'Vonage refuses this account’s key at the moment.' : undefined}
        >
          <Select
            {...register('accountId', { onChange: (event) => followAccount(event.target.value) })}
            placeholder={accounts.length === 1 ? undefined : 'Choose an account'}
            options={accounts.map(({ id, label }) => ({ value: id, label }))}
          />
        </Field>
        <Field
          label="Account ID"
          required
          error={errors.targetAccountId?.message}
          hint="Whose records: the account’s own key, or one sub-account’s."
        >
          <Input {...register('targetAccountId')} mono autoComplete="off" spellCheck={false} />
        </Field>
      </div>
      <Controller
        control={control}
        name="product"
        render={({ field, fieldState }) => (
          <Field
            label="Product"
            required
            hint={product === '' ? 'What kind of traffic it was.' : getProduct(product).about}
            error={fieldState.error?.message}
          >
            <Combobox
              options={productOptions}
              value={field.value}
              onChange={(value) => field.onChange(value as ProductCode)}
              onBlur={field.onBlur}
              ref={field.ref}
              name="product"
              placeholder="Choose or type a product"
            />
          </Field>
        )}
      />
      {rule !== 'invalid' && (
        <Controller
          control={control}
          name="direction"
          render={({ field, fieldState }) => (
            <RadioGroup
              segmented
              label="Direction"
              options={
                rule === 'required' ? directions : [{ value: 'both', label: 'Both' }, ...directions]
              }
              value={field.value ?? (rule === 'optional' ? 'both' : undefined)}
              onChange={(value) => field.onChange(value === 'both' ? null : value)}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </>
  )
}
