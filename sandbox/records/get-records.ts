import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { forbidden, invalidFilter, unprocessable } from '../http/problems'
import { validateQuestion } from '../reports/validate-question'
import type { Sandbox } from '../sandbox'
import type { Question } from '../state/job'
import type { Row } from '../traffic/row'
import { openCursor, sealCursor } from './cursor'
import { findById } from './find-by-id'
import { openSource } from './open-source'
import { buildRecordsBody, type Page, pageSize } from './records-body'

const maxIds = 20
const notWithIds = ['date_start', 'date_end', 'status']

function readIds(query: URLSearchParams): string[] | null {
  const text = query.get('id')
  if (text === null) return null
  return [...new Set(text.split(',').map((id) => id.trim()))].filter(Boolean)
}

function findPage(sandbox: Sandbox, question: Question, ids: readonly string[]): Page {
  const rows: Row[] = []
  const idsNotFound: string[] = []
  for (const id of ids) {
    const row = findById(sandbox, question, id)
    if (row) rows.push(row)
    else idsNotFound.push(id)
  }
  const now = sandbox.clock.now()
  const { columns } = openSource(sandbox, question, now)
  return { rows, columns, receivedAt: now, idsNotFound, cursor: null }
}

async function readPage(
  sandbox: Sandbox,
  question: Question,
  query: URLSearchParams,
): Promise<Page | null> {
  const { clock, traffic } = sandbox
  const cursor = query.get('cursor')
  const mark = cursor === null ? null : openCursor(cursor, query.get('iv') ?? '', traffic.seed)
  if (cursor !== null && !mark) return null
  const asOf = mark?.asOf ?? clock.now()
  const source = openSource(sandbox, question, asOf)
  const { rows, next } = await source.page(mark?.from ?? null, pageSize)
  return {
    rows,
    columns: source.columns,
    receivedAt: clock.now(),
    idsNotFound: [],
    cursor: next ? sealCursor({ from: next, asOf }, traffic.seed) : null,
  }
}

/** `GET /v2/reports/records`: by dates, a thousand a page, or by up to 20 ids. */
export async function getRecords(sandbox: Sandbox, call: Call): Promise<Answer> {
  const { query, account } = call
  const ids = readIds(query)
  const refused = notWithIds.filter((name) => query.has(name))
  if (ids && refused.length > 0) return invalidFilter(refused)
  if (ids?.length === 0) {
    return unprocessable([{ name: 'id', reason: 'Missing required parameter' }])
  }
  if (ids && ids.length > maxIds) {
    return unprocessable([{ name: 'id', reason: `At most ${maxIds} ids may be given` }])
  }
  const validated = validateQuestion(Object.fromEntries(query), {
    now: sandbox.clock.now(),
    sync: true,
    dayLimit: sandbox.syncDayLimit,
    withDates: ids === null,
  })
  if (!validated.ok) return unprocessable(validated.invalid)
  const { question, echo } = validated
  if (!sandbox.directory.mayQuery(account.apiKey, question.accountId)) return forbidden()

  const page = ids ? findPage(sandbox, question, ids) : await readPage(sandbox, question, query)
  if (!page) return unprocessable([{ name: 'cursor', reason: 'Invalid cursor or iv' }])
  const selfHref = `${call.origin}/v2/reports/records?${query}`
  const body = buildRecordsBody(question, echo, page, selfHref)
  const { product, account_id, date_start, date_end } = echo
  await sandbox.ledger.addQuery({
    id: String(body.request_id),
    apiKey: account.apiKey,
    accountId: question.accountId,
    product: question.product,
    byId: ids !== null,
    params: JSON.parse(JSON.stringify({ product, account_id, date_start, date_end })),
    receivedAt: page.receivedAt,
    items: page.rows.length,
  })
  return answerJson(body, String(body.request_id))
}
