/**
 * Calls `stop` once, when this process is asked to end: by SIGTERM or SIGINT, or since the supervisor
 * that started it is gone.
 */
export function onStopRequest(stop: (why: string) => void): void {
  let asked = false
  const ask = (why: string) => {
    if (asked) return
    asked = true
    stop(why)
  }
  process.on('SIGTERM', () => ask('SIGTERM'))
  process.on('SIGINT', () => ask('SIGINT'))
  process.on('disconnect', () => ask('the supervisor is gone'))
}
