import type { useDeeds } from '@/components/requests/use-deeds'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import type { SingleReport } from '@/lib/schemas/views'

/** The button that helps when something went wrong: by what went wrong. */
export function WayOut({
  report: { id, request },
  canCreate,
  deeds,
}: {
  report: SingleReport
  canCreate: boolean
  deeds: ReturnType<typeof useDeeds>
}) {
  const { actions, state } = request
  if (actions.sendAgain) {
    return (
      <Button size="sm" onClick={() => deeds.ask('sendAgain')}>
        Send again
      </Button>
    )
  }
  if (actions.askRest) {
    return (
      <Button size="sm" onClick={() => deeds.ask('askRest')}>
        Ask for the rest
      </Button>
    )
  }
  // The same request would be refused again: it has to be corrected first.
  if (state === 'rejected' || state === 'ready') {
    return (
      canCreate && (
        <ButtonLink size="sm" href={paths.duplicateReport(id)}>
          Correct and send
        </ButtonLink>
      )
    )
  }
  if (actions.retry) {
    return (
      <Button size="sm" onClick={() => deeds.ask('retry')}>
        Retry
      </Button>
    )
  }
  if (request.account.refused) {
    return (
      <ButtonLink size="sm" href={paths.accounts}>
        Go to Accounts
      </ButtonLink>
    )
  }
  return (
    actions.refresh && (
      <Button size="sm" pending={deeds.isRefreshing} onClick={deeds.refresh}>
        Ask Vonage now
      </Button>
    )
  )
}
