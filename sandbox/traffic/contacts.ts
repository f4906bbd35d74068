import type { Country } from './places'
import type { Random } from './random'

/** A number of this country, as digits without “+”. */
export function makeNumber(random: Random, country: Country): string {
  return country.prefix + String(random.below(10 ** country.digits)).padStart(country.digits, '0')
}

/** Numbers that the account owns: few, so that filters by them find much. */
export function ownNumber(random: Random): string {
  return `44770090099${random.below(10)}`
}

const senders = ['ACME', 'Acme Shop', 'VERIFY', 'ACME-NL', 'InfoLine', 'Müller&Co'] as const

/** The name or number that a message is sent from. */
export function makeSender(random: Random): string {
  return random.chance(0.7) ? random.pick(senders) : ownNumber(random)
}
