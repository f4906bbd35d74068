import { Ellipsis, KeyRound, Pencil, PiggyBank, PlugZap, Trash2 } from 'lucide-react'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountTasks } from './use-account-tasks'

export function AccountMenu({ account, tasks }: { account: AccountView; tasks: AccountTasks }) {
  return (
    <DropdownMenu
      trigger={<IconButton name={`More about ${account.label}`} icon={<Ellipsis />} size="sm" />}
    >
      <MenuItem icon={<PlugZap />} onSelect={() => tasks.check(account)}>
        Check now
      </MenuItem>
      <MenuItem icon={<Pencil />} onSelect={() => tasks.open('relabel', account)}>
        Rename
      </MenuItem>
      <MenuItem icon={<KeyRound />} onSelect={() => tasks.open('replace-secret', account)}>
        Replace secret
      </MenuItem>
      <MenuItem icon={<PiggyBank />} onSelect={() => tasks.open('budget', account)}>
        Set budget
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onSelect={() => tasks.open('remove', account)}>
        Remove account
      </MenuItem>
    </DropdownMenu>
  )
}
