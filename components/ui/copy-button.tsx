'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './icon-button'
import { useToast } from './toaster'

/** Copies a text: an id, a key. `name` says what: "Copy request ID". */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const [copied, setCopied] = useState(false)
  const toast = useToast()

  async function copy() {
    try {
      // Absent on plain http to another machine.
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      toast({
        tone: 'negative',
        title: 'The browser did not let us copy.',
        text: 'Select the text and copy it by hand.',
      })
    }
  }

  return (
    <>
      <IconButton
        name={name}
        size="sm"
        icon={copied ? <Check className="text-positive" /> : <Copy />}
        onClick={copy}
        onBlur={() => setCopied(false)}
        onPointerLeave={() => setCopied(false)}
        className="pointer-coarse:size-9"
      />
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  )
}
