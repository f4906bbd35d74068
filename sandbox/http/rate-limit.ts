export type Bucket = 'async' | 'sync'

/** A second, less what a network may squeeze together of requests that left a fifth of a second apart. */
const windowMs = 950

/** Lets so many requests of a key through in any second, for each kind of call apart. */
export function createRateLimit(
  perSecond: Record<Bucket, number>,
  now: () => number = () => performance.now(),
): (key: string, bucket: Bucket) => boolean {
  const granted = new Map<string, number[]>()
  return (key, bucket) => {
    const name = `${bucket} ${key}`
    const at = now()
    const recent = (granted.get(name) ?? []).filter((time) => at - time < windowMs)
    const allowed = recent.length < perSecond[bucket]
    if (allowed) recent.push(at)
    granted.set(name, recent)
    return allowed
  }
}
