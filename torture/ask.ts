import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import type { Random } from './random'
import type { Stage } from './stage'

const day = 24 * 3600_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** A report of one to four requests. No two of a run are alike, so that each can be told from all others. */
export function drawForm(random: Random, stage: Stage, serial: number): CreateReportInput {
  const { accountId, apiKey } = random.pick(stage.keys)
  const product = random.pick(['SMS', 'VERIFY-API', 'NUMBER-INSIGHT'] as const)
  const days = 1 + random.int(4)
  const from = Date.now() - (30 + (serial % 300)) * day
  return {
    formId: randomUUID(),
    accounts: [{ accountId, targets: [apiKey] }],
    products: [product],
    directions: product === 'SMS' ? ['outbound'] : [],
    from: dayOf(from),
    to: dayOf(from + (days - 1) * day),
    timeZone: 'UTC',
    split: 'day',
    includeSubaccounts: false,
    filters: {},
    reuse: 'all',
    seen: null,
    passBudget: false,
  }
}

/**
 * Sends a form as a person does who tries again until it is answered: with the same form, so that it makes one report.
 * @returns the report's id
 */
export async function ask(stage: Stage, form: CreateReportInput): Promise<string> {
  let last: unknown
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(500)) {
    try {
      const reply = await stage.door.createReport(form)
      if ('id' in reply) return reply.id
      last = reply.refusal
      if (reply.refusal.includes('Sign in again')) await stage.signIn()
      if (reply.refusal.includes('refuses this account')) await checkAccounts(stage, form)
    } catch (error) {
      last = error
    }
  }
  throw new Error('A report could not be asked for within two minutes.', { cause: last })
}

async function checkAccounts(stage: Stage, { accounts }: CreateReportInput): Promise<void> {
  for (const { accountId } of accounts) await stage.door.checkAccount(accountId)
}
