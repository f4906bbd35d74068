import type { ReadinessView } from '@/lib/queries/readiness'

/** What is wrong, what it means for the reports, and the way out; null when all is well. */
export function describeReadiness({
  ready,
  database,
  archives,
  worker,
}: ReadinessView): string | null {
  if (ready) return null
  if (database !== 'ok')
    return `The database ${database}. Nothing is lost; whoever runs this server should look at it.`
  if (archives !== 'ok')
    return `The archive store ${archives}: finished files wait at Vonage, for 72 hours at most. Whoever runs this server should make room or mend it.`
  return `The worker ${worker.replace(/^last/, 'was last')}: reports wait until it runs. Whoever runs this server can start it with script/worker.`
}
