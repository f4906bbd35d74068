import { Controller, useFormContext } from 'react-hook-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import { directionOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'

const oneWay = [
  { value: 'inbound', label: 'Inbound' },
  { value: 'outbound', label: 'Outbound' },
] as const
const both = { value: 'both', label: 'Both' } as const

/** Which way the traffic went; nothing where no product asks or tells. */
export function DirectionField({ codes }: { codes: readonly ProductCode[] }) {
  const { control } = useFormContext<ReportFormValues>()
  const rule = directionOfAll(codes)
  if (rule === 'invalid') return null
  return (
    <Controller
      control={control}
      name="direction"
      render={({ field, fieldState }) => {
        const value = field.value ?? (rule === 'optional' ? 'both' : undefined)
        return (
          <div className="grid gap-1.5">
            <RadioGroup
              segmented
              label="Direction"
              options={rule === 'optional' ? [both, ...oneWay] : [...oneWay, both]}
              value={value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
            <p className="text-ink-2 text-xs">{describeDirection(codes, value === 'both')}</p>
          </div>
        )
      }}
    />
  )
}

function describeDirection(codes: readonly ProductCode[], isBoth: boolean): string {
  const of = (rule: string) =>
    codes.filter((code) => getProduct(code).direction === rule).map((code) => getProduct(code).name)
  const required = of('required')
  const without = of('invalid')
  const sentences = [
    'Inbound was received by Vonage’s services, outbound sent by them.',
    isBoth && required.length > 0 && `Both makes two requests for ${required.join(' and ')}.`,
    without.length > 0 && `It is not sent for ${without.join(', ')}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}
