const hoverDelay = 350
/** Long enough for a pointer on its way from the element to its tip. */
const leaveDelay = 120

/**
 * Tells whose tip is to be seen: of what the pointer rests on, or of what has the focus by keys. Escape, a press and
 * scrolling put it away.
 *
 * @returns ends it
 */
export function watchTips(show: (owner: HTMLElement | null) => void): () => void {
  let seen: HTMLElement | null = null
  let wanted: HTMLElement | null = null
  let dismissed: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout>

  function want(owner: HTMLElement | null, delay: number) {
    if (owner === wanted) return
    wanted = owner
    clearTimeout(timer)
    timer = setTimeout(() => {
      seen = owner?.isConnected ? owner : null
      show(seen)
    }, delay)
  }
  const putAway = () => {
    dismissed = seen ?? wanted
    want(null, 0)
  }
  const on = {
    pointerover: ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse' || !(target instanceof Element)) return
      if (target.closest('[role=tooltip]')) return want(seen, 0)
      const owner = findOwner(target, '[data-tip]')
      if (owner !== dismissed) dismissed = null
      if (owner && owner !== dismissed) want(owner, seen ? 0 : hoverDelay)
      else if (!owner) want(null, leaveDelay)
    },
    focusin: ({ target }: FocusEvent) => {
      want(target instanceof Element ? findOwner(target, '[data-tip]:focus-visible') : null, 0)
    },
    focusout: () => want(null, 0),
    pointerdown: putAway,
    scroll: putAway,
    keydown: ({ key }: KeyboardEvent) => {
      if (key === 'Escape') putAway()
    },
  }
  const listening = { capture: true, passive: true }
  const entries = Object.entries(on) as [string, EventListener][]
  for (const [type, listener] of entries) document.addEventListener(type, listener, listening)
  return () => {
    clearTimeout(timer)
    for (const [type, listener] of entries) document.removeEventListener(type, listener, listening)
  }
}

/** What has a tip that says more than can be read there: words that stand beside an icon need none. */
function findOwner(target: Element, selector: string): HTMLElement | null {
  const owner = target.closest<HTMLElement>(selector)
  const words = [...(owner?.children ?? [])].find((part) => part.textContent === owner?.dataset.tip)
  return words && words.clientWidth > 1 ? null : owner
}
