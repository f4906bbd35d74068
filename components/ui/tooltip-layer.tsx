'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './kbd'
import { keepBeside } from './keep-beside'
import { watchTips } from './watch-tips'

const id = 'tooltip'

/** Shows the tip of whatever has one, one at a time: once for the whole page, so that hundreds of buttons cost nothing. */
export function TooltipLayer() {
  const [owner, setOwner] = useState<HTMLElement | null>(null)
  useEffect(() => watchTips(setOwner), [])
  return owner && <Tip owner={owner} />
}

function Tip({ owner }: { owner: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null)
  const { tip, tipKeys } = owner.dataset

  useLayoutEffect(() => {
    const part = ref.current
    if (!part) return
    if (!part.matches(':popover-open')) part.showPopover()
    const side = owner.dataset.tipSide === 'right' ? 'right' : 'top'
    const stop = keepBeside(part, owner, { side, align: 'center' })
    const says = owner.getAttribute('aria-label') === owner.dataset.tip
    if (!says) owner.setAttribute('aria-describedby', id)
    return () => {
      stop()
      if (!says) owner.removeAttribute('aria-describedby')
    }
  }, [owner])

  return (
    <div
      ref={ref}
      id={id}
      popover="manual"
      role="tooltip"
      className="fixed inset-auto max-w-72 animate-fade-in items-center gap-2 rounded-md bg-ink px-2 py-1 text-canvas text-xs open:flex forced-colors:border"
    >
      {tip}
      {tipKeys && <Kbd inverted>{tipKeys}</Kbd>}
    </div>
  )
}
