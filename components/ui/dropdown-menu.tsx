'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { Kbd } from './kbd'
import { usePortalContainer } from './portal-container'

const itemClass =
  'flex min-h-8 select-none items-center gap-2 rounded-md px-2 py-1 outline-none data-disabled:text-ink-3 data-highlighted:bg-hover pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-2 forced-colors:data-highlighted:outline-2'

/** Not modal: a modal menu would lock scrolling by a style element, which the page's CSP refuses. */
export function DropdownMenu({
  trigger,
  align = 'end',
  side,
  children,
}: {
  /** The button that opens it. */
  trigger: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  children: ReactNode
}) {
  const container = usePortalContainer()
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal container={container}>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="pop min-w-44 p-1"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** A line of the menu. `asChild` makes it a link: `<MenuItem asChild><a …/></MenuItem>`. */
export function MenuItem({
  icon,
  keys,
  danger = false,
  className,
  children,
  asChild,
  ...rest
}: ComponentProps<typeof Primitive.Item> & { icon?: ReactNode; keys?: string; danger?: boolean }) {
  return (
    <Primitive.Item
      {...rest}
      asChild={asChild}
      className={clsx(itemClass, danger && 'text-negative [&>svg]:text-negative', className)}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          <span className="flex-1">{children}</span>
          {keys && <Kbd>{keys}</Kbd>}
        </>
      )}
    </Primitive.Item>
  )
}

/** A choice that can be on or off, and leaves the menu open. */
export function MenuCheckboxItem({
  children,
  ...rest
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem
      onSelect={(event) => event.preventDefault()}
      {...rest}
      className={clsx(itemClass, 'pl-8')}
    >
      <Primitive.ItemIndicator className="absolute left-3">
        <Check aria-hidden className="size-4 text-accent-ink" />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  )
}

export const MenuRadioGroup = Primitive.RadioGroup

/** One of several, marked when chosen. */
export function MenuRadioItem({ children, ...rest }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem {...rest} className={clsx(itemClass, 'relative')}>
      <span className="flex flex-1 items-center gap-2 [&>svg]:size-4 [&>svg]:text-ink-2">
        {children}
      </span>
      <Primitive.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent-ink" />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="px-2 pt-1.5 pb-1 text-ink-2 text-xs">{children}</Primitive.Label>
  )
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />
}
