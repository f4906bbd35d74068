export const roles = ['viewer', 'analyst', 'admin'] as const
export type Role = (typeof roles)[number]

export const rights = [
  'reports.create',
  'reports.cancel',
  'originals.download',
  'archives.delete',
  'numbers.see',
  'texts.see',
  'spending.see',
  'accounts.manage',
  'users.manage',
  'audit.see',
] as const
export type Right = (typeof rights)[number]

const rightsByRole: Record<Role, readonly Right[]> = {
  viewer: [],
  analyst: [
    'reports.create',
    'reports.cancel',
    'originals.download',
    'numbers.see',
    'spending.see',
  ],
  admin: rights,
}

export function hasRight(role: Role, right: Right): boolean {
  return rightsByRole[role].includes(right)
}
