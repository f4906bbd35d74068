'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import type { AccountView } from '@/lib/schemas/views'
import { type AskSubaccounts, useSubaccounts } from './use-subaccounts'

/** An account and its sub-accounts, by name and state: one request is made for each that is ticked. */
export function SubaccountPicker({
  account,
  chosen,
  onChoose,
  onClose,
  ask,
}: {
  account: AccountView
  chosen: readonly string[]
  onChoose: (targets: string[]) => void
  onClose: () => void
  ask: AskSubaccounts
}) {
  const { list, fault, isAsking, askAgain } = useSubaccounts(account.id, ask, true)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const [text, setText] = useState('')
  const all = [{ apiKey: account.apiKey, name: account.label, suspended: false }, ...list]
  const wanted = text.trim().toLowerCase()
  const found = all.filter(({ apiKey, name }) => `${name} ${apiKey}`.toLowerCase().includes(wanted))
  const tickFound = (isOn: boolean) => {
    const next = new Set(ticked)
    for (const { apiKey } of found) isOn ? next.add(apiKey) : next.delete(apiKey)
    setTicked(next)
  }
  // Typed ones that are in no list stay, in front.
  const typed = chosen.filter((key) => !all.some(({ apiKey }) => apiKey === key))
  const result = [...typed, ...all.map(({ apiKey }) => apiKey)].filter((key) => ticked.has(key))

  return (
    <Dialog
      open
      onClose={onClose}
      title="Choose sub-accounts"
      description="One request is made for each. What Vonage has of suspended ones can be asked for, too."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={result.length === 0} onClick={() => onChoose(result)}>
            {result.length === 0 ? 'Choose at least one' : `Use ${result.length}`}
          </Button>
        </>
      }
    >
      <input
        type="search"
        aria-label="Search sub-accounts"
        placeholder="Search by name or key"
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Enter would send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className="control"
      />
      {fault && (
        <Callout
          kind="warning"
          title="Vonage’s list can’t be had now"
          action={
            <Button size="sm" onClick={askAgain} pending={isAsking}>
              Try again
            </Button>
          }
          live
        >
          {fault} Account IDs can be typed into the form all the same.
        </Callout>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-ink-2 text-sm">
          {isAsking && list.length === 0
            ? 'Asking Vonage for the list'
            : `${found.length} of ${all.length} shown, ${result.length} ticked`}
        </p>
        <div className="flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => tickFound(true)}>
            Tick all shown
          </Button>
          <Button size="sm" variant="ghost" onClick={() => tickFound(false)}>
            Untick
          </Button>
        </div>
      </div>
      <ul
        aria-label="Accounts"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
        className="-mx-1 grid max-h-72 content-start gap-2.5 overflow-y-auto overscroll-contain px-1 py-0.5"
      >
        {found.map(({ apiKey, name, suspended }) => (
          <li key={apiKey} className="flex items-start justify-between gap-3">
            <Checkbox
              label={`${name || 'without a name'} ${apiKey}`}
              hint={apiKey === account.apiKey ? 'The account itself' : undefined}
              checked={ticked.has(apiKey)}
              onChange={(event) => {
                const next = new Set(ticked)
                event.currentTarget.checked ? next.add(apiKey) : next.delete(apiKey)
                setTicked(next)
              }}
            />
            {suspended && <Badge tone="caution">Suspended</Badge>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
