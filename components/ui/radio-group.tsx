'use client'

import clsx from 'clsx'
import { type ReactNode, useId } from 'react'
import { FieldError } from './field-error'

export type RadioOption<V extends string> = { value: V; label: string; hint?: ReactNode }

/** One of a few, all seen at once. `segmented` joins short labels into one control. */
export function RadioGroup<V extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  error,
  segmented = false,
}: {
  label: string
  hideLabel?: boolean
  options: readonly RadioOption<V>[]
  value: V | undefined
  onChange: (value: V) => void
  error?: string
  segmented?: boolean
}) {
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
      className="grid min-w-0 justify-items-start gap-1.5"
    >
      <span id={`${id}-label`} className={clsx(hideLabel ? 'sr-only' : 'font-medium text-sm')}>
        {label}
      </span>
      <div
        className={clsx(
          segmented
            ? 'inline-flex rounded-md border border-line-strong bg-sunken p-0.5'
            : 'grid gap-2.5',
        )}
      >
        {options.map((option) => (
          <Radio
            key={option.value}
            group={id}
            option={option}
            checked={option.value === value}
            onPick={() => onChange(option.value)}
            segmented={segmented}
          />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

function Radio<V extends string>({
  group,
  option,
  checked,
  onPick,
  segmented,
}: {
  group: string
  option: RadioOption<V>
  checked: boolean
  onPick: () => void
  segmented: boolean
}) {
  const id = useId()
  const hintId = option.hint ? `${id}-hint` : undefined
  const input = (
    <input
      type="radio"
      id={id}
      name={group}
      value={option.value}
      checked={checked}
      onChange={onPick}
      aria-describedby={hintId}
      className={
        segmented
          ? // Over its label, not hidden: what points at the radio itself must hit it.
            'absolute inset-0 cursor-pointer opacity-0'
          : 'mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface shadow-control checked:border-[5px] checked:border-accent forced-colors:appearance-auto'
      }
    />
  )
  if (segmented) {
    return (
      <label
        htmlFor={id}
        className="relative rounded-[5px] px-3 py-1 text-ink-2 text-sm transition-colors duration-120 hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-control has-focus-visible:outline-2 has-focus-visible:outline-accent has-checked:ring-1 has-checked:ring-line-strong pointer-coarse:py-2.5 forced-colors:has-checked:outline-2"
      >
        {input}
        {option.label}
      </label>
    )
  }
  return (
    <div className="flex gap-2.5">
      {input}
      <div className="grid gap-0.5">
        <label htmlFor={id}>{option.label}</label>
        {hintId && (
          <p id={hintId} className="text-ink-2 text-xs">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  )
}
