import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/schemas/actor'
import { type Right, type Role, rights, roles } from '@/lib/schemas/rights'
import { authorize } from './authorize'

const granted: Record<Role, readonly Right[]> = {
  viewer: [],
  analyst: [
    'reports.create',
    'reports.cancel',
    'originals.download',
    'numbers.see',
    'spending.see',
  ],
  admin: [
    'reports.create',
    'reports.cancel',
    'originals.download',
    'numbers.see',
    'texts.see',
    'spending.see',
    'accounts.manage',
    'users.manage',
    'audit.see',
    'archives.delete',
  ],
}

function may(actor: Actor, right: Right): boolean {
  try {
    authorize(actor, right)
    return true
  } catch (error) {
    expect(error).toMatchObject({ name: 'AppError', code: 'forbidden' })
    return false
  }
}

describe.each(roles)('a %s', (role) => {
  it.each(rights)('and %s', (right) => {
    const actor = { kind: 'user' as const, id: '1', name: 'Ana', role }
    expect(may(actor, right)).toBe(granted[role].includes(right))
  })
})

it('lets the worker do everything and a callback nothing', () => {
  for (const right of rights) {
    expect(may({ kind: 'worker', id: '1', name: 'Worker' }, right)).toBe(true)
    expect(may({ kind: 'callback', name: 'Callback' }, right)).toBe(false)
  }
})
