'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useState } from 'react'

/**
 * A modal window on the platform's own `<dialog>`: it holds the focus, makes the page inert and
 * closes on Escape by itself. Its content exists only while it is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  role,
  size = 'md',
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  footer?: ReactNode
  role?: 'alertdialog'
  /** `side`: as high as the window, at its right edge. */
  size?: 'sm' | 'md' | 'side'
  children?: ReactNode
}) {
  const [element, setElement] = useState<HTMLDialogElement | null>(null)
  const id = useId()

  // Not a later effect: it is closed before it may leave the page, so that the focus goes back to what opened it.
  useLayoutEffect(() => {
    if (!element || !open) return
    element.showModal()
    return () => element.close()
  }, [element, open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Escape, which <dialog> has
    <dialog
      ref={setElement}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={() => element?.open || onClose()}
      onClick={(event) => {
        if (event.target === element && role !== 'alertdialog') element.close()
      }}
      className={clsx(
        'bg-raised text-ink shadow-pop backdrop:animate-fade-in backdrop:bg-scrim open:animate-sheet-in forced-colors:border',
        size === 'side'
          ? 'my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-[30rem]'
          : 'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] rounded-xl max-sm:mb-4',
        size === 'sm' && 'max-w-md',
        size === 'md' && 'max-w-lg',
      )}
    >
      {open && (
        <>
          <div className="grid gap-4 p-5">
            <div className={clsx('grid gap-1', role !== 'alertdialog' && 'pr-8')}>
              <h2 id={`${id}-title`} className="font-semibold text-lg">
                {title}
              </h2>
              {description && (
                <div id={`${id}-description`} className="text-ink-2">
                  {description}
                </div>
              )}
            </div>
            {children}
            {footer && (
              <div
                className={clsx(
                  'mt-1 flex flex-wrap justify-end gap-2',
                  size === 'side' &&
                    'sticky bottom-0 -mx-5 -mb-5 border-line border-t bg-raised p-5 py-3',
                )}
              >
                {footer}
              </div>
            )}
          </div>
          {/* Last in order: the focus begins on the first field. No tooltip: it would take the Escape. */}
          {role !== 'alertdialog' && (
            <button
              type="button"
              aria-label="Close"
              onClick={() => element?.close()}
              className="absolute top-4 right-4 grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X aria-hidden className="size-4" />
            </button>
          )}
        </>
      )}
    </dialog>
  )
}
