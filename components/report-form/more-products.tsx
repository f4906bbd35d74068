import { Plus, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useId, useRef, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-error'
import { Popover } from '@/components/ui/popover'
import { getProduct } from '@/lib/catalogue/products'
import type { ReportFormValues } from './form-values'

const load = () => import('./product-picker')
const ProductPicker = dynamic(() => load().then((file) => file.ProductPicker), {
  ssr: false,
  loading: () => (
    <p role="status" className="p-4 text-ink-2 text-sm">
      Opening the list
    </p>
  ),
})

/** Further products of the same report, with the same account, range and filters; each is a request of its own. */
export function MoreProducts() {
  const { control } = useFormContext<ReportFormValues>()
  const { field, fieldState } = useController({ control, name: 'moreProducts' })
  const first = useWatch<ReportFormValues, 'product'>({ name: 'product' })
  const errorId = useId()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const added = field.value.filter((code) => code !== first)

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-1.5">
        {added.map((code) => (
          <span
            key={code}
            className="inline-flex items-center rounded-md border border-line-strong bg-sunken pl-2.5 text-sm"
          >
            {getProduct(code).name}
            <button
              type="button"
              aria-label={`Leave out ${getProduct(code).name}`}
              onClick={() => {
                field.onChange(field.value.filter((one) => one !== code))
                opener.current?.focus()
              }}
              className="ml-1 grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-9"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <Popover
          open={isOpen}
          onOpenChange={setOpen}
          label="Add products"
          className="w-96"
          trigger={
            <Button
              ref={opener}
              size="sm"
              variant="ghost"
              icon={<Plus aria-hidden />}
              className={added.length === 0 ? '-ml-2' : undefined}
              onPointerEnter={load}
              onFocus={load}
            >
              Add products
            </Button>
          }
        >
          <ProductPicker
            without={first}
            chosen={added}
            onChange={field.onChange}
            onDone={() => setOpen(false)}
          />
        </Popover>
      </div>
      {fieldState.error?.message && (
        <FieldError id={errorId}>{fieldState.error.message}</FieldError>
      )}
    </div>
  )
}
