'use client'

import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { RelativeTime } from '@/components/format/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import type { SessionView } from '@/lib/data/sessions/list-own-sessions'
import { describeBrowser } from '@/lib/format/describe-browser'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { SettingsActions } from './settings-actions'

/** Where the person is signed in. An ended session is out from its next request on. */
export function SessionList({
  sessions,
  currentSessionId,
  endSession,
  endOtherSessions,
}: Pick<SettingsActions, 'endSession' | 'endOtherSessions'> & {
  sessions: readonly SessionView[]
  currentSessionId: string
}) {
  const [busy, startTransition] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)

  function run(call: () => Promise<ActionResult<unknown>>) {
    startTransition(async () => {
      const result = await runAction(call, 'Try again.')
      setProblem(result.ok ? null : result.message)
    })
  }

  const endOthers = sessions.length > 1 && (
    <Button size="sm" pending={busy} onClick={() => run(() => endOtherSessions({}))}>
      End all others
    </Button>
  )
  return (
    <Section title="Sessions" action={endOthers}>
      {problem && <Callout kind="error" title={problem} live />}
      <ul className="grid divide-y divide-line">
        {sessions.map((session) => {
          const browser = describeBrowser(session.userAgent)
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-3 py-2.5">
              <div className="grid min-w-0 flex-1">
                <span className="font-medium">{browser}</span>
                <span className="text-ink-2 text-xs">
                  {session.address} · last used <RelativeTime value={session.lastSeenAt} />
                </span>
              </div>
              {session.id === currentSessionId ? (
                <Badge>This browser</Badge>
              ) : (
                <Button
                  size="sm"
                  pending={busy}
                  aria-label={`End this one: ${browser}`}
                  onClick={() => run(() => endSession({ id: session.id }))}
                >
                  End this one
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
