import { Controller, useFormContext } from 'react-hook-form'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Split } from '@/lib/schemas/form-rules'
import type { ReportFormValues } from './form-values'

const options = [
  { value: 'none', label: 'Whole' },
  { value: 'day', label: 'By day' },
  { value: 'week', label: 'By week' },
  { value: 'month', label: 'By month' },
] as const

const hints: Record<Split, string> = {
  none: 'One request for the whole range. Split it when a file would pass about 7 million records.',
  day: 'One request for each day: what fails is asked for again alone. The bill stays the same.',
  week: 'One request for each week, Monday to Sunday. The bill stays the same.',
  month: 'One request for each calendar month. The bill stays the same.',
}

/** Whether the range is asked for in one piece. */
export function SplitField() {
  const { control } = useFormContext<ReportFormValues>()
  return (
    <Controller
      control={control}
      name="split"
      render={({ field, fieldState }) => (
        <div className="grid gap-1.5">
          <RadioGroup
            segmented
            label="Split"
            options={options}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
          <p className="text-ink-2 text-xs">{hints[field.value]}</p>
        </div>
      )}
    />
  )
}
