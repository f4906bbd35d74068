'use client'

import { Check, Info, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { Callout } from './callout'
import { Dialog } from './dialog'

/**
 * Asks before something that can't be taken back. It says what is lost and what stays; the button
 * repeats the deed in words, and the focus begins on the way out.
 */
export function ConfirmDialog({
  open,
  onClose,
  title,
  lost,
  stays,
  left = [],
  confirm,
  keep = 'Keep it',
  danger = true,
  pending = false,
  blocked = false,
  error,
  onConfirm,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  lost: readonly string[]
  stays: readonly string[]
  /** What it does not reach, and why. */
  left?: readonly string[]
  /** The words of the button, such as "Cancel report". */
  confirm: string
  /** The words of the way out. */
  keep?: string
  danger?: boolean
  pending?: boolean
  /** As long as something below has to be said first. */
  blocked?: boolean
  /** Why the last try did not work. */
  error?: string
  onConfirm: () => void
  /** What the person may still choose. */
  children?: ReactNode
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={title}
      description={
        <ul className="mt-1 grid gap-1.5">
          {lost.map((line) => (
            <li key={line} className="flex gap-2">
              <Minus aria-hidden className="mt-0.5 size-4 shrink-0 text-negative" />
              <span className="sr-only">Lost:</span>
              {line}
            </li>
          ))}
          {stays.map((line) => (
            <li key={line} className="flex gap-2">
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
              <span className="sr-only">Stays:</span>
              {line}
            </li>
          ))}
          {left.map((line) => (
            <li key={line} className="flex gap-2">
              <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" />
              <span className="sr-only">Left out:</span>
              {line}
            </li>
          ))}
        </ul>
      }
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            disabled={blocked}
            pending={pending}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {error && (
        <Callout kind="error" title="It did not work" live>
          {error}
        </Callout>
      )}
      {children}
    </Dialog>
  )
}
