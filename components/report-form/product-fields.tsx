import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Callout } from '@/components/ui/callout'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import { chosenProducts } from './chosen-products'
import { DirectionField } from './direction-field'
import type { ReportFormValues } from './form-values'
import { MoreProducts } from './more-products'
import { productOptions } from './product-options'

/** What the report holds, and, where the products have one, which way the traffic went. */
export function ProductFields() {
  const { control, formState, trigger } = useFormContext<ReportFormValues>()
  const [code, moreProducts] = useWatch<ReportFormValues, ['product', 'moreProducts']>({
    name: ['product', 'moreProducts'],
  })
  const codes = chosenProducts({ product: code, moreProducts })
  const legacy = codes.map(getProduct).filter((product) => product.legacy)

  return (
    <>
      <Controller
        control={control}
        name="product"
        render={({ field, fieldState }) => (
          <Field
            label="Product"
            required
            hint={code === '' ? 'What kind of traffic the records are of.' : getProduct(code).about}
            error={fieldState.error?.message}
          >
            <Combobox
              options={productOptions}
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
      {codes.length > 0 && <MoreProducts />}
      {legacy.map((product) => (
        <Callout
          key={product.name}
          kind="warning"
          title={`${product.name}: a report of older days`}
        >
          {product.legacy}
        </Callout>
      ))}
      <DirectionField codes={codes} />
    </>
  )
}
