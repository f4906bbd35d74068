import { CircleCheck, CircleX } from 'lucide-react'
import { RelativeTime } from '@/components/format/relative-time'
import { Spinner } from '@/components/ui/spinner'
import type { AccountView } from '@/lib/schemas/views'

/** Whether Vonage takes the key, as far as we know, and since when we know. */
export function AccountConnection({
  account,
  checking,
}: {
  account: AccountView
  checking: boolean
}) {
  if (checking) {
    return (
      <span role="status" className="flex items-center gap-1.5 text-ink-2">
        <Spinner />
        Asking Vonage
      </span>
    )
  }
  if (account.refusedAt) {
    return (
      <span className="flex items-center gap-1.5 font-medium">
        <CircleX aria-hidden className="size-4 text-negative" />
        Refused
        <span className="font-normal text-ink-2">
          <RelativeTime value={account.refusedAt} />
        </span>
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1.5 font-medium">
      <CircleCheck aria-hidden className="size-4 text-positive" />
      Works
      {account.checkedAt && (
        <span className="font-normal text-ink-2">
          checked <RelativeTime value={account.checkedAt} />
        </span>
      )}
    </span>
  )
}
