import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { forbidden } from '../http/problems'
import type { Sandbox } from '../sandbox'
import type { Account } from './directory'

function describeAccount(account: Account) {
  return {
    api_key: account.apiKey,
    name: account.name,
    created_at: account.createdAt,
    suspended: account.suspended,
    balance: account.balance,
    credit_limit: 0,
  }
}

/** `GET /accounts/{api_key}/subaccounts`, in the shape of Vonage's Subaccounts API. */
export function listSubaccounts(sandbox: Sandbox, call: Call): Answer {
  if (call.id !== call.account.apiKey) return forbidden()
  const subaccounts = sandbox.directory.listSubaccounts(call.id)
  const all = [call.account, ...subaccounts]
  const total = all.reduce((sum, { balance }) => sum + Math.round(balance * 100), 0) / 100
  return answerJson({
    _links: { self: { href: `${call.origin}/accounts/${call.id}/subaccounts` } },
    total_balance: total,
    total_credit_limit: 0,
    _embedded: {
      primary_account: describeAccount(call.account),
      subaccounts: subaccounts.map((account) => ({
        ...describeAccount(account),
        primary_account_api_key: call.id,
        use_primary_account_balance: false,
      })),
    },
  })
}
