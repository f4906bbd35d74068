import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StorageView } from '@/components/storage/storage-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccountStorage } from '@/lib/data/storage/list-account-storage'
import { listHeld, listNextToGo } from '@/lib/data/storage/list-stored-reports'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { holdReport, setRetention } from './actions'

export const metadata: Metadata = { title: 'Storage' }

/** Of the reports that go next, and of those on hold. */
const shownReports = 100

export default async function StoragePage() {
  const user = await requireUser(paths.storage)
  if (!hasRight(user.role, 'originals.download')) notFound()
  const [accounts, next, held] = await Promise.all([
    listAccountStorage(user),
    listNextToGo(user, shownReports),
    listHeld(user, shownReports),
  ])
  return (
    <StorageView
      accounts={accounts}
      next={next}
      held={held}
      canChange={hasRight(user.role, 'archives.delete')}
      actions={{ setRetention, holdReport }}
    />
  )
}
