import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountTasks } from './use-account-tasks'

/** Why Vonage refuses the account, what stands still, and the way out. */
export function AccountRefusal({
  account,
  canManage,
  tasks,
}: {
  account: AccountView
  canManage: boolean
  tasks: AccountTasks
}) {
  const refusal = account.refusal
  return (
    <Callout
      kind="error"
      title={`${account.label}: ${refusal?.title ?? 'Vonage refuses this account'}`}
      action={
        canManage && (
          <>
            <Button
              size="sm"
              pending={tasks.checkingId === account.id}
              onClick={() => tasks.check(account)}
            >
              Check now
            </Button>
            <Button size="sm" onClick={() => tasks.open('replace-secret', account)}>
              Replace secret
            </Button>
          </>
        )
      }
    >
      {refusal
        ? `${refusal.meaning} ${refusal.nextStep}`
        : 'Its reports stand still until the secret is replaced or a check succeeds.'}
      {refusal?.instance && (
        <>
          {' '}
          Vonage’s trace id: <span className="figures">{refusal.instance}</span>
        </>
      )}
    </Callout>
  )
}
