import { setImmediate } from 'node:timers/promises'

/** Lets long loops share the event loop: `await pacer.rest()` whenever `pacer.isDue()`. */
export function createPacer(budgetMs = 8) {
  let since = performance.now()
  let steps = 0
  return {
    isDue: () => (++steps & 63) === 0 && performance.now() - since > budgetMs,
    async rest() {
      await setImmediate()
      since = performance.now()
    },
  }
}
