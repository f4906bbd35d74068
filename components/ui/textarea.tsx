'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { useFieldControl } from './field-context'

/** Several lines of text; grows with what is typed. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      {...rest}
      className={clsx('control field-sizing-content h-auto! min-h-20 py-2', className)}
    />
  )
}
