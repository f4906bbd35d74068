'use client'

import { type ReactNode, useId } from 'react'
import { FieldContext } from './field-context'
import { FieldError } from './field-error'

/**
 * A label, its control, a hint and an error. The accessible name of the control is exactly the
 * label: hint and error describe it, and the mark for "required" stands outside the label.
 */
export function Field({
  label,
  hint,
  error,
  required = false,
  children,
}: {
  label: string
  hint?: ReactNode
  error?: string
  required?: boolean
  children: ReactNode
}) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const control = {
    id,
    'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': required ? (true as const) : undefined,
  }
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline gap-1">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {required && (
          <span aria-hidden className="text-ink-3 text-sm">
            *
          </span>
        )}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
      {hintId && (
        <p id={hintId} className="text-ink-2 text-xs">
          {hint}
        </p>
      )}
    </div>
  )
}
