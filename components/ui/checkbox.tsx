'use client'

import { Check, Minus } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { FieldError } from './field-error'

/** A native checkbox, its label and what ticking it means. */
export function Checkbox({
  label,
  hint,
  error,
  hideLabel = false,
  indeterminate = false,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'id'> & {
  label: string
  hint?: ReactNode
  error?: string
  /** Keeps the label for assistive technology only, as in a table. */
  hideLabel?: boolean
  indeterminate?: boolean
}) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="flex gap-2.5">
      <span className="relative mt-0.5 grid size-4 shrink-0">
        <input
          {...rest}
          id={id}
          type="checkbox"
          ref={(node) => {
            if (node) node.indeterminate = indeterminate
            if (typeof rest.ref === 'function') rest.ref(node)
            else if (rest.ref) rest.ref.current = node
          }}
          aria-label={hideLabel ? label : undefined}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="peer relative size-4 appearance-none before:absolute before:-inset-2.5 rounded-sm border border-control bg-surface shadow-control transition-colors duration-120 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:border-line-strong disabled:bg-sunken forced-colors:appearance-auto"
        />
        {indeterminate ? (
          <Minus
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 size-3 text-on-accent forced-colors:hidden"
          />
        ) : (
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 size-3 text-on-accent opacity-0 peer-checked:opacity-100 forced-colors:hidden"
          />
        )}
      </span>
      {!hideLabel && (
        <div className="grid gap-0.5">
          <label htmlFor={id}>{label}</label>
          {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {hint && (
            <p id={`${id}-hint`} className="text-ink-2 text-xs">
              {hint}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
