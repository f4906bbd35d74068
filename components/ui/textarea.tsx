'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { useFieldControl } from './field-context'

/** Text of several lines that begins as one and grows with what is typed or pasted, up to a height. */
export function Textarea({
  className,
  mono = false,
  ...rest
}: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      rows={1}
      {...useFieldControl()}
      {...rest}
      className={clsx(
        'control field-sizing-content h-auto max-h-40 min-h-9 resize-none py-[0.4375rem] leading-5',
        mono && 'font-mono',
        className,
      )}
    />
  )
}
