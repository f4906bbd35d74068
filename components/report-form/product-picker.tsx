'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { ProductCode } from '@/lib/catalogue/products'
import { matchOptions } from '@/lib/format/match-options'
import { productOptions } from './product-options'

/** The panel opens before this is loaded, and so can’t give it the focus. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus()

/** Several products of all, found by typing, each with what it holds. */
export function ProductPicker({
  without,
  chosen,
  onChange,
  onDone,
}: {
  /** The first product, which is chosen elsewhere. */
  without: ProductCode | ''
  chosen: readonly ProductCode[]
  onChange: (codes: ProductCode[]) => void
  onDone: () => void
}) {
  const [text, setText] = useState('')
  const found = matchOptions(
    productOptions.filter(({ value }) => value !== without),
    text,
  )
  const groups = [...Map.groupBy(found, ({ group }) => group)]
  const toggle = (code: ProductCode) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])

  return (
    <div className="grid max-h-[min(28rem,70vh)] grid-rows-[auto_minmax(0,1fr)_auto]">
      <div className="border-line border-b p-2">
        <input
          ref={takeFocus}
          type="search"
          aria-label="Search products"
          placeholder="Search products"
          value={text}
          onChange={(event) => setText(event.target.value)}
          // Enter would send the form.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          className="control"
        />
      </div>
      <div className="overflow-y-auto overscroll-contain p-3">
        {groups.map(([group, options]) => (
          <fieldset key={group} className="grid gap-2.5 pb-4 last:pb-0">
            <legend className="pb-1.5 text-ink-2 text-xs">{group}</legend>
            {options.map(({ value, label, description }) => (
              <Checkbox
                key={value}
                label={label}
                hint={description}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p className="text-ink-2 text-sm">No product by this name.</p>}
      </div>
      <div className="flex items-center justify-between gap-3 border-line border-t p-2 pl-3">
        <p role="status" className="text-ink-2 text-sm">
          {chosen.length === 0 ? 'None added' : `${chosen.length} added`}
        </p>
        <Button size="sm" variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
