import { toCsvLines } from '@/lib/content/csv-lines'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { listSpentLines } from '@/lib/data/usage/list-spent-lines'
import { appNow, transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { SpendingQuestion, SpentLine } from '@/lib/schemas/spending'
import { csvDownload } from './csv-download'
import type { Download } from './open-download'

const batch = 1_000

const columns: [string, (line: SpentLine) => string][] = [
  ['received_at', (line) => line.receivedAt],
  ['product', (line) => line.product],
  ['asked_as', (line) => line.kind],
  ['status', (line) => line.status],
  ['account', (line) => line.accountLabel],
  ['account_id', (line) => line.targetAccountId],
  ['account_name', (line) => line.targetName],
  ['records', (line) => `${line.records ?? ''}`],
  ['total_price', (line) => line.total ?? ''],
  ['currency', (line) => line.currency],
  ['whose', (line) => (line.isOurs ? 'ours' : 'elsewhere')],
  ['matched_by', (line) => (line.here ? (line.here.isLikely ? 'facts' : 'id') : '')],
  ['person', (line) => line.here?.person ?? ''],
  ['title', (line) => line.here?.title ?? ''],
  ['usage_id', (line) => line.recordId],
]

/**
 * What was charged as CSV, the newest first: all that the filter finds, read and sent in batches, amounts exact.
 * @throws AppError `forbidden`
 */
export async function exportSpending(
  actor: UserActor,
  question: SpendingQuestion,
): Promise<Download> {
  authorize(actor, 'spending.see')
  const day = await transact(async (tx) => {
    await recordAudit(tx, actor, { kind: 'spending.exported' })
    return (await appNow(tx)).toISOString().slice(0, 10)
  })
  return csvDownload(`spending_${question.environment}_${day}.csv`, writeLines(actor, question))
}

async function* writeLines(actor: UserActor, question: SpendingQuestion) {
  yield toCsvLines([columns.map(([name]) => name)])
  let after: SpentLine | undefined
  do {
    const lines: SpentLine[] = await listSpentLines(actor, question, batch, after)
    if (lines.length > 0)
      yield toCsvLines(lines.map((line) => columns.map(([, read]) => read(line))))
    after = lines.length === batch ? lines.at(-1) : undefined
  } while (after)
}
