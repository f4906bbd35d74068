import { z } from 'zod'

/** What the person saw of what is paid for already, handed back with the create. See `SeenPaid` in `lib/plan`. */
export const seenPaidSchema = z.object({
  keptMs: z.number().int().nonnegative(),
  runningRequestIds: z.array(z.uuid()).max(10_000),
})
