'use client'

import clsx from 'clsx'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { FloatingPanel } from './floating-panel'
import { useOpener } from './use-opener'

/** A panel that a button opens. It is a dialog to assistive technology, by the name `label`. */
export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  align,
  className,
  children,
}: {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}) {
  const close = () => onOpenChange(false)
  return (
    <>
      {useOpener(trigger, 'dialog', open, onOpenChange)}
      {open && (
        <FloatingPanel
          role="dialog"
          aria-label={label}
          align={align}
          onClose={close}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (relatedTarget && !currentTarget.contains(relatedTarget)) close()
          }}
          className={clsx(
            'max-h-[calc(100dvh-1rem)] max-w-[calc(100vw-1rem)] overflow-auto',
            className,
          )}
        >
          <FocusHere>{children}</FocusHere>
        </FloatingPanel>
      )}
    </>
  )
}

/** Takes the focus, unless something within asks for it. */
function FocusHere({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.focus()
  }, [])
  return (
    <div ref={ref} tabIndex={-1} className="outline-none">
      {children}
    </div>
  )
}
