'use client'

import clsx from 'clsx'
import { CircleCheck, CircleX, Info, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { type Tone, toneText } from './tone'

export type Toast = {
  tone?: Extract<Tone, 'neutral' | 'positive' | 'negative'>
  title: string
  text?: string
}

const icons = { neutral: Info, positive: CircleCheck, negative: CircleX }

const duration = 6000

/** Goes by itself, but not while it is read: under the pointer, or with the focus in it. Escape within closes it. */
export function ToastCard({
  tone = 'neutral',
  title,
  text,
  onClose,
}: Toast & { onClose: () => void }) {
  const [isHeld, setHeld] = useState(false)
  const Icon = icons[tone]
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => close(), duration)
    return () => clearTimeout(timer)
  }, [isHeld])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: they only hold it while it is read
    <div
      role={tone === 'negative' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="pop flex animate-sheet-in items-start gap-2.5 p-3"
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="grid flex-1 gap-0.5">
        <p className="font-medium">{title}</p>
        {text && <p className="text-ink-2 text-sm">{text}</p>}
      </div>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onClose}
        className="grid size-6 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
