'use client'

import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Tooltip } from './tooltip'

/** A button that is only an icon; its name is read out and shown as a tooltip. */
export function IconButton({
  name,
  icon,
  keys,
  size = 'md',
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'name' | 'children'> & {
  name: string
  icon: ReactNode
  /** The shortcut, shown in the tooltip. */
  keys?: string
  size?: 'sm' | 'md'
}) {
  return (
    <Tooltip text={name} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={name}
        className={clsx(
          'inline-grid shrink-0 place-items-center rounded-md text-ink-2 transition-colors duration-120 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:not-aria-busy:opacity-60 [&[aria-haspopup][aria-expanded=true]]:bg-pressed [&[aria-haspopup][aria-expanded=true]]:text-ink [&_svg]:size-4',
          size === 'sm' ? 'size-7' : 'size-9',
          'pointer-coarse:size-11',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
