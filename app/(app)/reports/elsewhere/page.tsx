import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ElsewhereView } from '@/components/elsewhere/elsewhere-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { adoptReport, listElsewhere } from './actions'

export const metadata: Metadata = { title: 'Made elsewhere' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ElsewherePage({ searchParams }: Props) {
  const user = await requireUser(paths.elsewhere())
  if (!hasRight(user.role, 'reports.create')) notFound()
  const { account, id } = await searchParams
  return (
    <ElsewhereView
      accounts={await listAccounts(user)}
      given={{
        accountId: typeof account === 'string' ? account : '',
        requestId: typeof id === 'string' ? id : '',
      }}
      adoptReport={adoptReport}
      listElsewhere={listElsewhere}
    />
  )
}
