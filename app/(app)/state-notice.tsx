import { GlobalNotice } from '@/components/shell/global-notice'
import { PageLink } from '@/components/ui/page-link'
import type { CurrentUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { paths } from '@/lib/paths'

/** One sentence when something is wrong for all pages: an account that Vonage refuses. */
export async function StateNotice({ user }: { user: CurrentUser }) {
  const refused = (await listAccounts(user)).filter(({ refusedAt }) => refusedAt)
  if (refused.length === 0) return null
  const names = refused.map(({ label }) => label).join(', ')
  return (
    <GlobalNotice
      kind="error"
      action={
        <PageLink href={paths.accounts} className="font-medium underline underline-offset-2">
          See why
        </PageLink>
      }
    >
      Vonage refuses {names}: {refused.length === 1 ? 'its' : 'their'} reports stand still.
    </GlobalNotice>
  )
}
