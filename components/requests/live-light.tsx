'use client'

import { CircleDot, RefreshCw, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateTime } from '@/components/format/date-time'
import { useLiveStatus } from '@/components/live/use-live-status'

const lights = {
  live: {
    icon: <CircleDot aria-hidden className="size-4 text-positive" />,
    word: 'Live',
    hint: 'Changes show as they happen',
  },
  polling: {
    icon: <RefreshCw aria-hidden className="size-4 text-ink-2" />,
    word: 'Polling',
    hint: 'The server can’t tell of changes just now: it is asked every few seconds',
  },
}

/** How what is on screen is kept up to date, and if it is not, since when. */
export function LiveLight({
  error,
  updatedAt,
}: {
  /** Why the last look at the server failed; null when it did not. */
  error: Error | null
  /** Of the last look that worked, epoch milliseconds. */
  updatedAt: number
}) {
  const status = useLiveStatus()
  if (!error) {
    if (status === 'connecting') return <LightSpace />
    const { icon, word, hint } = lights[status]
    return (
      <Light icon={icon} hint={hint}>
        {word}
      </Light>
    )
  }
  return (
    <Light icon={<Unplug aria-hidden className="size-4 text-caution" />} hint={error.message}>
      <span className="text-ink">Not live</span>
      {updatedAt > 0 && (
        <>
          {' '}
          since <DateTime value={new Date(updatedAt).toISOString()} form="time" />
        </>
      )}
    </Light>
  )
}

function Light({ icon, hint, children }: { icon: ReactNode; hint: string; children: ReactNode }) {
  return (
    <span
      role="status"
      title={hint}
      className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-2 text-sm"
    >
      {icon}
      <span className="min-w-12">{children}</span>
    </span>
  )
}

/** Nothing is known yet, and without scripts nothing ever is: what comes has its place already. */
function LightSpace() {
  return <span aria-hidden className="inline-block h-5 w-[4.375rem]" />
}
