import { Ellipsis, Link2, Power, PowerOff, UserCog } from 'lucide-react'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import type { UserView } from '@/lib/schemas/users'
import { nameUser } from './name-user'
import type { UserTasks } from './use-user-tasks'

export function UserMenu({ user, tasks }: { user: UserView; tasks: UserTasks }) {
  return (
    <DropdownMenu
      trigger={<IconButton name={`More about ${nameUser(user)}`} icon={<Ellipsis />} size="sm" />}
    >
      <MenuItem icon={<UserCog />} onSelect={() => tasks.open('change-role', user)}>
        Change role
      </MenuItem>
      {user.state !== 'off' && (
        <MenuItem icon={<Link2 />} onSelect={() => tasks.open('make-link', user)}>
          {user.state === 'invited' ? 'New invitation link' : 'Reset password'}
        </MenuItem>
      )}
      <MenuSeparator />
      {user.state === 'off' ? (
        <MenuItem icon={<Power />} onSelect={() => tasks.switchOn(user)}>
          Switch on
        </MenuItem>
      ) : (
        <MenuItem icon={<PowerOff />} danger onSelect={() => tasks.open('switch-off', user)}>
          Switch off
        </MenuItem>
      )}
    </DropdownMenu>
  )
}
