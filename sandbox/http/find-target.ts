import type { FaultTarget } from '../faults/registry'
import { readJsonObject } from '../reports/create-report'
import type { Sandbox } from '../sandbox'
import type { Call } from './call'
import type { Operation } from './route'

const text = (value: unknown) => (typeof value === 'string' ? value : null)

/** What a call is about, whether or not it is valid: for the log, and for faults of one product or account. */
export function findTarget(sandbox: Sandbox, operation: Operation, call: Call): FaultTarget {
  const key = call.account.apiKey
  if (operation === 'create') {
    const body = readJsonObject(call.body)
    return { operation, key, product: text(body?.product), account: text(body?.account_id) }
  }
  if (operation === 'records' || operation === 'list') {
    const { query } = call
    return { operation, key, product: query.get('product'), account: query.get('account_id') }
  }
  const job = sandbox.ledger.jobs.get(call.id) ?? sandbox.ledger.findFile(call.id)
  return {
    operation,
    key,
    product: job?.question.product ?? null,
    account: job?.question.accountId ?? null,
  }
}
