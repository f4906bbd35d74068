import { createHash, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../options'
import { hour } from '../times'
import { hashText, toFraction } from '../traffic/hash'
import type { TrafficAccount } from '../traffic/stream'

export type Account = TrafficAccount & {
  name: string
  /** The primary account's key; null for an account that stands for itself. */
  primary: string | null
  suspended: boolean
  createdAt: string
  balance: number
}

export type Directory = {
  /** The account that these credentials belong to, or null. */
  authenticate(apiKey: string, apiSecret: string): Account | null
  find(apiKey: string): Account | null
  listSubaccounts(apiKey: string): Account[]
  /** Whether the one may ask for the other's records: its own, and those of its sub-accounts. */
  mayQuery(asker: string, accountId: string): boolean
}

const names = [
  'Marketing',
  'Support desk',
  'Logistics',
  'Webshop DE',
  'Webshop FR',
  'Two-factor',
  'Appointments, clinics',
  'Reseller “North”',
  'Staging',
  'Old campaign 2024',
  'Partner =1+1',
  'Müller & Söhne',
] as const

const suspendedNames = new Set<string>(['Staging', 'Old campaign 2024', 'Reseller “North”'])
const suspendedAtHour = Math.floor(Date.UTC(2026, 7, 1) / hour)

function makeSubaccount(primary: string, name: string, index: number): Account {
  const hash = hashText(`${primary}|subaccount|${index}`)
  const suspended = suspendedNames.has(name)
  return {
    apiKey: hash.toString(16).padStart(8, '0'),
    name,
    primary,
    suspended,
    suspendedAtHour: suspended ? suspendedAtHour : null,
    size: 0.02 + 0.3 * toFraction(hashText(`${primary}|size|${index}`)),
    createdAt: `2024-0${1 + (index % 9)}-1${index % 10}T09:30:00.000Z`,
    balance: suspended ? 0 : 10 + (hash % 500) / 10,
  }
}

function makeAccount(apiKey: string, name: string, size: number): Account {
  return {
    apiKey,
    name,
    primary: null,
    suspended: false,
    suspendedAtHour: null,
    size,
    createdAt: '2023-05-02T08:00:00.000Z',
    balance: 412.5,
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** The accounts that the sandbox knows: a primary one with twelve sub-accounts, and others that stand alone. */
export function createDirectory(primary: Credentials, others: readonly Credentials[]): Directory {
  const secrets = new Map<string, Buffer>()
  const accounts = new Map<string, Account>()
  for (const { apiKey, apiSecret } of others) {
    secrets.set(apiKey, digest(apiSecret))
    accounts.set(apiKey, makeAccount(apiKey, `Account ${apiKey}`, 0.6))
  }
  secrets.set(primary.apiKey, digest(primary.apiSecret))
  accounts.set(primary.apiKey, makeAccount(primary.apiKey, 'Sandbox main account', 1))
  names.forEach((name, index) => {
    const account = makeSubaccount(primary.apiKey, name, index)
    accounts.set(account.apiKey, account)
  })

  return {
    authenticate(apiKey, apiSecret) {
      const expected = secrets.get(apiKey) ?? digest('')
      const equal = timingSafeEqual(expected, digest(apiSecret))
      return equal && secrets.has(apiKey) ? (accounts.get(apiKey) ?? null) : null
    },
    find: (apiKey) => accounts.get(apiKey) ?? null,
    listSubaccounts: (apiKey) => [...accounts.values()].filter((a) => a.primary === apiKey),
    mayQuery: (asker, accountId) =>
      accounts.has(accountId) &&
      (asker === accountId || accounts.get(accountId)?.primary === asker),
  }
}
