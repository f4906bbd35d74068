'use client'

import clsx from 'clsx'
import { type ComponentProps, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Place } from './find-place'
import { keepBeside } from './keep-beside'

/**
 * A panel above everything else, beside its anchor, which is the element that precedes it unless told; there as long as it is rendered. The platform's own
 * popover: `auto` closes by Escape and by a click elsewhere, and gives the focus back; `manual`, for what leaves the focus
 * where it is, by a click elsewhere and by its owner.
 */
export function FloatingPanel({
  popover = 'auto',
  side = 'bottom',
  align = 'start',
  anchor: given,
  onClose,
  className,
  ...rest
}: Omit<ComponentProps<'div'>, 'popover' | 'ref' | 'onToggle'> &
  Partial<Place> & {
    popover?: 'auto' | 'manual'
    anchor?: Element
    /** It was closed by the person. */
    onClose?: () => void
  }) {
  const ref = useRef<HTMLDivElement>(null)

  const close = useEffectEvent(() => onClose?.())
  // Not a later effect: its end must come while the panel is there, so that the focus goes back.
  useLayoutEffect(() => {
    const panel = ref.current
    const anchor = given ?? panel?.previousElementSibling
    if (!panel || !anchor) return
    panel.showPopover()
    const stop = keepBeside(panel, anchor, { side, align })
    const leave = ({ target }: PointerEvent) => {
      const isOutside = [panel, anchor].every((part) => !part.contains(target as Node))
      if (popover === 'manual' && isOutside) close()
    }
    document.addEventListener('pointerdown', leave)
    return () => {
      stop()
      document.removeEventListener('pointerdown', leave)
      panel.hidePopover()
    }
  }, [popover, side, align, given])

  return (
    <div
      {...rest}
      ref={ref}
      popover={popover}
      onToggle={({ currentTarget }) => {
        if (!currentTarget.matches(':popover-open')) onClose?.()
      }}
      className={clsx(
        'pop fixed inset-auto whitespace-normal text-left font-normal text-base text-ink outline-none',
        className,
      )}
    />
  )
}
