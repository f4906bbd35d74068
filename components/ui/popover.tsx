'use client'

import clsx from 'clsx'
import { Popover as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { usePortalContainer } from './portal-container'

export const Popover = Primitive.Root
export const PopoverTrigger = Primitive.Trigger
export const PopoverAnchor = Primitive.Anchor

/** The floating panel of a Popover. It is a dialog to assistive technology: give it `aria-label`. */
export function PopoverContent({
  className,
  align = 'start',
  ...rest
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal container={usePortalContainer()}>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={12}
        align={align}
        {...rest}
        className={clsx('pop outline-none', className)}
      />
    </Primitive.Portal>
  )
}
