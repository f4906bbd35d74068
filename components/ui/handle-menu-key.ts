/** The items of a menu, in their order. */
export function listMenuItems(menu: HTMLElement): HTMLElement[] {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  return items.filter((item) => item.checkVisibility())
}

/**
 * Moves the focus within a menu as the ARIA pattern has it: by the arrows, Home and End, and to the next item that begins
 * with what is typed.
 *
 * @param typed what was typed shortly before
 * @returns whether the key was one of these
 */
export function handleMenuKey(menu: HTMLElement, key: string, typed: string): boolean {
  const items = listMenuItems(menu)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = findNext(items, at, key, typed)
  next?.focus()
  return next !== undefined
}

function findNext(
  items: HTMLElement[],
  at: number,
  key: string,
  typed: string,
): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (!typed) return undefined
  // One letter, again and again, walks through the items that begin with it.
  const isOneLetter = [...typed].every((letter) => letter === typed[0])
  const sought = isOneLetter ? (typed[0] ?? '') : typed
  const from = isOneLetter ? at + 1 : Math.max(at, 0)
  const inTurn = [...items.slice(from), ...items.slice(0, from)]
  return inTurn.find((item) => item.textContent.trim().toLowerCase().startsWith(sought))
}
