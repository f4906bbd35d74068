import { type RefObject, useEffect, useEffectEvent } from 'react'

const typing =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=listbox]'

/**
 * Lets a table be walked through by keys, from anywhere on its page: the arrows go from row to row, to the link that each
 * begins with (Enter opens it), `x` picks the row (with Shift all since the last pick), Escape drops the selection.
 */
export function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  { onPick, onEscape }: { onPick?: (id: string, isRange: boolean) => void; onEscape?: () => void },
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!table.current || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as Element | null
    if (
      event.defaultPrevented ||
      target?.closest(typing) ||
      document.querySelector('dialog:modal, [role=dialog]')
    )
      return
    const rows = [...table.current.querySelectorAll<HTMLElement>('tr[data-row]')]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = rows[at === -1 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      next.querySelector<HTMLElement>('a[href]')?.focus()
      next.scrollIntoView({ block: 'nearest' })
    } else if (event.key.toLowerCase() === 'x' && onPick) {
      const id = rows[at]?.dataset.row
      if (!id) return
      event.preventDefault()
      onPick(id, event.shiftKey)
    } else if (event.key === 'Escape') onEscape?.()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
