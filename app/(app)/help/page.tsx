import type { Metadata } from 'next'
import { HelpView } from '@/components/help/help-view'
import { requireUser } from '@/lib/auth/current-user'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Help' }

export default async function HelpPage() {
  await requireUser(paths.help)
  return <HelpView />
}
