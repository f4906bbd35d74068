import {
  ChartNoAxesColumn,
  CircleQuestionMark,
  Coins,
  HardDrive,
  KeyRound,
  ScrollText,
  Search,
  Users,
} from 'lucide-react'
import type { NavItem } from '@/components/shell/nav-list'
import { paths } from '@/lib/paths'
import { hasRight, type Right, type Role } from '@/lib/schemas/rights'

/** In the order of the rail; the first three stand in the bottom bar of narrow screens, the others under “More”. */
const places: (NavItem & { right?: Right })[] = [
  { href: paths.reports, label: 'Reports', icon: <ChartNoAxesColumn aria-hidden /> },
  { href: paths.records, label: 'Records', icon: <Search aria-hidden />, right: 'reports.create' },
  { href: paths.spending, label: 'Spending', icon: <Coins aria-hidden />, right: 'spending.see' },
  { href: paths.accounts, label: 'Accounts', icon: <KeyRound aria-hidden /> },
  {
    href: paths.storage,
    label: 'Storage',
    icon: <HardDrive aria-hidden />,
    right: 'originals.download',
  },
  { href: paths.users, label: 'Users', icon: <Users aria-hidden />, right: 'users.manage' },
  { href: paths.audit, label: 'Audit', icon: <ScrollText aria-hidden />, right: 'audit.see' },
  { href: paths.help, label: 'Help', icon: <CircleQuestionMark aria-hidden /> },
]

/** The places that a person of this role may go to. */
export function navItemsOf(role: Role): NavItem[] {
  return places
    .filter(({ right }) => !right || hasRight(role, right))
    .map(({ right: _, ...item }) => item)
}
