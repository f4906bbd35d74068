import type { RadioOption } from '@/components/ui/radio-group'
import type { Role } from '@/lib/schemas/rights'

export const roleOptions: readonly RadioOption<Role>[] = [
  { value: 'viewer', label: 'Viewer', hint: 'Sees the history, and no files.' },
  {
    value: 'analyst',
    label: 'Analyst',
    hint: 'Also creates and cancels reports, and downloads files.',
  },
  { value: 'admin', label: 'Admin', hint: 'Also manages accounts and users, and deletes files.' },
]
