import { getDb } from '@/lib/db/client'

export type CounterName =
  | 'upstream_calls'
  | 'limiter_waits'
  | 'limiter_wait_seconds'
  | 'limiter_refusals'
type Labels = Record<string, string>
type Counted = { name: string; labels: string; value: number }

const flushEveryMs = 10_000
const counted = new Map<string, Counted>()
let timer: NodeJS.Timeout | undefined

/** Counts something in this process; it is added to what all have counted within 10 s. */
export function countUp(name: CounterName, labels: Labels, by = 1): void {
  const text = JSON.stringify(Object.fromEntries(Object.entries(labels).sort()))
  const key = `${name} ${text}`
  const value = (counted.get(key)?.value ?? 0) + by
  counted.set(key, { name, labels: text, value })
  timer ??= setTimeout(() => void flushCounts().catch(() => undefined), flushEveryMs).unref()
}

/**
 * Adds what this process has counted to the common counters. What could not be written is kept for the next time; a
 * killed process loses what it counted in its last 10 s.
 */
export async function flushCounts(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const rows = [...counted.values()]
  if (rows.length === 0) return
  counted.clear()
  try {
    // In one order for all who add: two that wait for each other would be a deadlock.
    await getDb().$executeRaw`
      INSERT INTO "Counter" AS c ("name", "labels", "value")
      SELECT "name", "labels", "value"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t("name" text, "labels" text, "value" float8)
      ORDER BY 1, 2
      ON CONFLICT ("name", "labels") DO UPDATE SET "value" = c."value" + excluded."value", "updatedAt" = now()`
  } catch (error) {
    for (const { name, labels, value } of rows)
      countUp(name as CounterName, JSON.parse(labels) as Labels, value)
    throw error
  }
}
