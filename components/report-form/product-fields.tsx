import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Callout } from '@/components/ui/callout'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { getProduct, type ProductCode, productCodes, productGroups } from '@/lib/catalogue/products'
import type { ReportFormValues } from './form-values'

const options = productCodes
  .map((value) => {
    const { name, about, group } = getProduct(value)
    return { value, label: name, description: about, group }
  })
  .toSorted((a, b) => productGroups.indexOf(a.group) - productGroups.indexOf(b.group))

const oneWay = [
  { value: 'inbound', label: 'Inbound' },
  { value: 'outbound', label: 'Outbound' },
] as const

/** What the report holds, and, where the product has one, which way the traffic went. */
export function ProductFields() {
  const { control, formState, trigger } = useFormContext<ReportFormValues>()
  const code = useWatch<ReportFormValues, 'product'>({ name: 'product' })
  const product = code === '' ? null : getProduct(code)

  return (
    <>
      <Controller
        control={control}
        name="product"
        render={({ field, fieldState }) => (
          <Field
            label="Product"
            required
            hint={product?.about ?? 'One report holds the records of one product.'}
            error={fieldState.error?.message}
          >
            <Combobox
              options={options}
              value={field.value}
              onChange={(value) => {
                field.onChange(value as ProductCode)
                // How far back a range may go, and which filters are wrong, depends on the product.
                if (formState.isSubmitted) void trigger()
              }}
              onBlur={field.onBlur}
              ref={field.ref}
              name="product"
              placeholder="Choose or type a product"
            />
          </Field>
        )}
      />
      {product?.legacy && (
        <Callout kind="warning" title="A report of older days">
          {product.legacy}
        </Callout>
      )}
      {product && product.direction !== 'invalid' && (
        <Controller
          control={control}
          name="direction"
          render={({ field, fieldState }) => (
            <RadioGroup
              segmented
              label="Direction"
              options={
                product.direction === 'optional'
                  ? [{ value: 'both', label: 'Both' }, ...oneWay]
                  : oneWay
              }
              value={field.value ?? (product.direction === 'optional' ? 'both' : undefined)}
              onChange={(value) => field.onChange(value === 'both' ? null : value)}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </>
  )
}
