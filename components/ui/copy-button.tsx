'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './icon-button'
import { useCopy } from './use-copy'

/** Copies a text: an id, a key. `name` says what: "Copy request ID". */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = useCopy()
  const forget = () => setCopied(null)

  return (
    <>
      <IconButton
        name={name}
        size="sm"
        icon={copied ? <Check className="text-positive" /> : <Copy />}
        onClick={async () => setCopied(await copy(text))}
        onBlur={forget}
        onPointerLeave={forget}
        className="pointer-coarse:size-9"
      />
      {/* Also what failed: nothing outside an open dialog is read out. */}
      <span role="status" className="sr-only">
        {copied !== null && (copied ? 'Copied' : 'Not copied')}
      </span>
    </>
  )
}
