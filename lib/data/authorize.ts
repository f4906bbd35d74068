import { AppError } from '@/lib/errors/app-error'
import type { Actor } from '@/lib/schemas/actor'
import { hasRight, type Right } from '@/lib/schemas/rights'

const deeds: Record<Right, string> = {
  'reports.create': 'ask for reports',
  'reports.cancel': 'cancel reports',
  'originals.download': 'download files',
  'archives.delete': 'delete archived files',
  'numbers.see': 'see phone numbers',
  'texts.see': 'see message texts',
  'spending.see': 'see what reports cost',
  'accounts.manage': 'manage accounts',
  'users.manage': 'manage users',
  'audit.see': 'see the audit',
}

/**
 * Lets an actor with the right pass. The worker has every right: it carries out what a person with
 * the right began; a callback has none.
 * @throws AppError `forbidden`
 */
export function authorize(actor: Actor, right: Right): void {
  if (actor.kind === 'worker') return
  if (actor.kind === 'user' && hasRight(actor.role, right)) return
  throw new AppError(
    'forbidden',
    `Your role does not allow you to ${deeds[right]}. Ask an administrator for it.`,
  )
}
