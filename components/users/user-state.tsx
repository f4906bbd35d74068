import { CircleCheck, CircleOff, type LucideIcon, Mail } from 'lucide-react'
import { DateTime } from '@/components/format/date-time'
import type { UserState as State, UserView } from '@/lib/schemas/users'

const looks: Record<State, { icon: LucideIcon; word: string; className: string }> = {
  active: { icon: CircleCheck, word: 'Active', className: 'text-positive' },
  invited: { icon: Mail, word: 'Invited', className: 'text-progress' },
  off: { icon: CircleOff, word: 'Switched off', className: 'text-neutral' },
}

/** Whether a person can sign in, and until when their open link works. */
export function UserState({ user: { state, linkExpiresAt } }: { user: UserView }) {
  const { icon: Icon, word, className } = looks[state]
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <Icon aria-hidden className={`size-4 ${className}`} />
      <span className="whitespace-nowrap font-medium">{word}</span>
      {linkExpiresAt ? (
        <span className="text-ink-2">
          link until <DateTime value={linkExpiresAt} />
        </span>
      ) : (
        state === 'invited' && <span className="text-ink-2">link expired</span>
      )}
    </span>
  )
}
