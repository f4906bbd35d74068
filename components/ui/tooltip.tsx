import { cloneElement, type HTMLAttributes, type ReactElement } from 'react'

type Tipped = HTMLAttributes<HTMLElement> & Record<`data-tip${string}`, string | undefined>

/** A short text on hover and focus of its child, which must be able to take the focus. `TooltipLayer` shows it. */
export function Tooltip({
  text,
  keys,
  side,
  children,
}: {
  text: string
  /** The shortcut, shown beside the text. */
  keys?: string
  side?: 'top' | 'right'
  children: ReactElement
}) {
  return cloneElement(children as ReactElement<Tipped>, {
    'data-tip': text,
    'data-tip-keys': keys,
    'data-tip-side': side,
  })
}
