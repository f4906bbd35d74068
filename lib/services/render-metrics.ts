import { Counter, Gauge, Registry } from 'prom-client'
import { flushCounts } from '@/lib/data/counters/count-up'
import { listCounters } from '@/lib/data/counters/list-counters'
import { readGauges } from '@/lib/data/counters/read-gauges'

/** What this process alone knows. */
export type OwnGauges = { eventStreams: number }

/**
 * Everything to be watched, as Prometheus reads it. All but what is called “of this process” is of the whole instance, so
 * it is enough to ask one web server.
 */
export async function renderMetrics(
  own: OwnGauges,
): Promise<{ text: string; contentType: string }> {
  await flushCounts()
  const [counters, gauges] = await Promise.all([listCounters(), readGauges()])
  const registry = new Registry()
  const gauge = (name: string, help: string, values: Values) => {
    const made = new Gauge({ name, help, labelNames: labelNamesOf(values), registers: [registry] })
    for (const [labels, value] of values) made.set(labels, value)
  }
  const counter = (name: string, help: string, counterName: string, labelNames: string[]) => {
    const made = new Counter({ name, help, labelNames, registers: [registry] })
    for (const one of counters) if (one.name === counterName) made.inc(one.labels, one.value)
  }

  gauge(
    'reports_requests',
    'Report requests by state.',
    gauges.states.map(({ state, count }) => [{ state }, count]),
  )
  gauge(
    'reports_queue_depth',
    'Wake-ups that may be taken now.',
    gauges.queues.map(({ queue, depth }) => [{ queue }, depth]),
  )
  gauge(
    'reports_queue_age_seconds',
    'How long the oldest of them has waited.',
    gauges.queues.map(({ queue, ageSeconds }) => [{ queue }, ageSeconds]),
  )
  gauge('reports_due', 'Requests that are due and in nobody’s hands.', [[{}, gauges.due.count]])
  gauge('reports_due_age_seconds', 'How long the first of them has been due.', [
    [{}, gauges.due.ageSeconds],
  ])
  gauge('reports_archive_files', 'Archived files by whether they are kept.', [
    [{ kept: 'yes' }, gauges.archives.files],
    [{ kept: 'no' }, gauges.archives.deleted],
  ])
  gauge('reports_archive_bytes', 'Bytes of the files that are kept.', [[{}, gauges.archives.bytes]])
  const { archiveSeconds: took, deadlineMarginSeconds: margin } = gauges
  gauge(
    'reports_archive_delay_seconds',
    'From Vonage’s SUCCESS, as first seen, to the archived file, over the last 24 hours.',
    took
      ? [
          [{ quantile: '0.5' }, took.median],
          [{ quantile: '0.95' }, took.p95],
          [{ quantile: '1' }, took.longest],
        ]
      : [],
  )
  gauge(
    'reports_deadline_margin_seconds',
    'The least time left to fetch a finished file; absent where none waits.',
    margin === null ? [] : [[{}, margin]],
  )
  gauge('reports_accounts', 'Accounts by whether Vonage refuses their key.', [
    [{ refused: 'yes' }, gauges.accounts.refused],
    [{ refused: 'no' }, gauges.accounts.all - gauges.accounts.refused],
  ])
  gauge('reports_workers', 'Workers heard of within the last minute.', [[{}, gauges.workers]])
  gauge(
    'reports_database_connections',
    'Connections to the database by application and state.',
    gauges.connections.map(({ application, state, count }) => [{ application, state }, count]),
  )
  gauge('reports_event_streams', 'Open event streams of this process.', [[{}, own.eventStreams]])
  gauge('reports_process_memory_bytes', 'Resident memory of this process.', [
    [{}, process.memoryUsage.rss()],
  ])
  counter(
    'reports_upstream_calls_total',
    'Calls to Vonage by what was asked and how it was answered.',
    'upstream_calls',
    ['operation', 'answer'],
  )
  counter(
    'reports_limiter_waits_total',
    'Slots of the rate limit that were handed out.',
    'limiter_waits',
    ['lane'],
  )
  counter('reports_limiter_wait_seconds_total', 'Time waited for them.', 'limiter_wait_seconds', [
    'lane',
  ])
  counter(
    'reports_limiter_refusals_total',
    'Calls put off, since all slots of the next seconds were taken.',
    'limiter_refusals',
    ['lane'],
  )
  return { text: await registry.metrics(), contentType: registry.contentType }
}

type Values = [Record<string, string>, number][]

const labelNamesOf = (values: Values) => Object.keys(values[0]?.[0] ?? {})
