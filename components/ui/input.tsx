'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { useFieldControl } from './field-context'

/** A line of text. `mono` for ids, keys and codes. */
export function Input({
  className,
  mono = false,
  ...rest
}: ComponentProps<'input'> & { mono?: boolean }) {
  return (
    <input
      type="text"
      {...useFieldControl()}
      {...rest}
      className={clsx('control', mono && 'font-mono', className)}
    />
  )
}
