'use client'

import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'
import { Spinner } from './spinner'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Keeps width, name and focus while the work goes on, and ignores further clicks. */
  pending?: boolean
  /** Looks and acts disabled, yet can be reached and explained (`aria-describedby`). */
  disabled?: boolean
}

export function Button({
  variant,
  size,
  icon,
  pending = false,
  disabled = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const idle = pending || disabled
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, size, className)}
      aria-disabled={idle || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (idle) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  )
}
