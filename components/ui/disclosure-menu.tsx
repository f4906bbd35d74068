'use client'

import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { buttonClass } from './button-class'

/**
 * A button that opens a panel beneath it: a native disclosure, so that it opens without JavaScript, too. A click elsewhere
 * and Escape close it. On narrow screens the panel stands at the left of the nearest positioned element around it.
 */
export function DisclosureMenu({
  label,
  group,
  align = 'start',
  children,
}: {
  label: ReactNode
  /** Of the menus of one group at most one is open. */
  group: string
  /** On wide screens: which side of the button the panel keeps to. */
  align?: 'start' | 'end'
  children: ReactNode
}) {
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ target }: PointerEvent) => {
      if (element.current && !element.current.contains(target as Node)) element.current.open = false
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [])
  return (
    <details
      ref={element}
      name={group}
      className="group/menu xl:relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.preventDefault()
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary
        className={buttonClass(
          'secondary',
          'md',
          'cursor-pointer list-none group-open/menu:bg-sunken max-sm:px-2 [&::-webkit-details-marker]:hidden',
        )}
      >
        {label}
        <ChevronDown aria-hidden />
      </summary>
      <div
        className={clsx(
          'pop absolute top-full left-0 z-30 mt-1.5 max-h-[min(26rem,60dvh)] w-80 max-w-full overflow-y-auto p-3 xl:max-w-none',
          align === 'end' && 'xl:right-0 xl:left-auto',
        )}
      >
        {children}
      </div>
    </details>
  )
}
