import { columnsOf } from '@/lib/catalogue/columns'
import { getProduct } from '@/lib/catalogue/products'
import type { Directory } from '../accounts/directory'
import { statusOf } from '../reports/status'
import type { Job, Query, Question } from '../state/job'
import type { Ledger } from '../state/ledger'
import { formatTime } from '../times'
import { multiply } from '../traffic/money'
import type { Row } from '../traffic/row'
import { pricePerRecord, reportCurrency } from './price'
import type { Source } from './source'
import { cutWindow } from './traffic-source'

type Usage = { receivedAt: number; accountId: string; row: Row }

function describeCharge(items: number, free: boolean): Row {
  const charged = !free && items > 0
  return {
    currency: reportCurrency,
    is_charged: charged ? 'TRUE' : 'FALSE',
    items_written: String(items),
    price: free ? '0.0000' : pricePerRecord,
    total_price: multiply(pricePerRecord, charged ? items : 0),
    tier_volume: '0-onwards',
    product_type: 'reports',
  }
}

function describeJob(job: Job, asOf: number, master: string): Usage {
  const { question } = job
  const status = statusOf(job, asOf)
  const done = job.result && (status === 'SUCCESS' || status === 'TRUNCATED')
  const finishedAt = job.abortedAt ?? job.result?.finishAt ?? asOf
  const { product, account_id, date_start, date_end } = job.echo
  return {
    receivedAt: job.receivedAt,
    accountId: question.accountId,
    row: {
      account_id: question.accountId,
      acc: job.apiKey,
      master_account_id: master,
      date_received: formatTime(job.receivedAt),
      date_started: asOf >= job.startAt ? formatTime(job.startAt) : '',
      date_finished: status === 'PENDING' || status === 'PROCESSING' ? '' : formatTime(finishedAt),
      job_type: 'ASYNC_JOB',
      request_product: question.product,
      request_params: JSON.stringify({ product, account_id, date_start, date_end }),
      status,
      id: job.id,
      ...describeCharge(
        done ? (job.result?.items ?? 0) : 0,
        getProduct(question.product).free ?? false,
      ),
    },
  }
}

function describeQuery(query: Query, master: string): Usage {
  const at = formatTime(query.receivedAt)
  return {
    receivedAt: query.receivedAt,
    accountId: query.accountId,
    row: {
      account_id: query.accountId,
      acc: query.apiKey,
      master_account_id: master,
      date_received: at,
      date_started: at,
      date_finished: at,
      job_type: query.byId ? 'SYNC_JOB_FROM_ID' : 'SYNC_JOB_FROM_DATES',
      request_product: query.product,
      request_params: JSON.stringify(query.params),
      status: 'SUCCESS',
      id: query.id,
      ...describeCharge(query.items, getProduct(query.product).free ?? false),
    },
  }
}

/** What was asked of the sandbox for these accounts, as things stood at `asOf`. */
export function createUsageSource(
  question: Question,
  accounts: readonly string[],
  ledger: Ledger,
  directory: Directory,
  asOf: number,
): Source {
  const window = cutWindow(question, asOf)
  const listRows = (): Row[] => {
    const masterOf = (key: string) => directory.find(key)?.primary ?? key
    const jobs = [...ledger.jobs.values()].map((job) =>
      describeJob(job, asOf, masterOf(job.question.accountId)),
    )
    const queries = ledger.queries.map((query) => describeQuery(query, masterOf(query.accountId)))
    return [...jobs, ...queries]
      .filter(({ accountId }) => accounts.includes(accountId))
      .filter(({ receivedAt }) => receivedAt >= window.start && receivedAt < window.end)
      .sort((a, b) => a.receivedAt - b.receivedAt)
      .map(({ row }) => row)
  }
  return {
    columns: columnsOf('REPORTS-USAGE'),
    knownCount: () => listRows().length,
    rows: listRows,
    async page(from, limit) {
      const skip = from?.skip ?? 0
      const rows = listRows()
      const next = rows.length > skip + limit ? { hour: 0, skip: skip + limit } : null
      return { rows: rows.slice(skip, skip + limit), next }
    },
  }
}
