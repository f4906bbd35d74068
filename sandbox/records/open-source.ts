import type { Sandbox } from '../sandbox'
import type { Question } from '../state/job'
import { listStreams } from '../traffic/stream'
import type { Source } from './source'
import { createTrafficSource } from './traffic-source'
import { createUsageSource } from './usage-source'

/** The records that answer this question, as things stood at `asOf` (ms). */
export function openSource(sandbox: Sandbox, question: Question, asOf: number): Source {
  const { directory, ledger, traffic } = sandbox
  const account = directory.find(question.accountId)
  const accounts = [
    ...(account ? [account] : []),
    ...(question.includeSubaccounts ? directory.listSubaccounts(question.accountId) : []),
  ]
  if (question.product === 'REPORTS-USAGE') {
    const keys = accounts.map(({ apiKey }) => apiKey)
    return createUsageSource(question, keys, ledger, directory, asOf)
  }
  const streams = listStreams(traffic, accounts, question.product, question.direction)
  return createTrafficSource(question, streams, asOf)
}
