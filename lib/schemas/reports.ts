import { z } from 'zod'
import { requestStates } from './states'

export const requestIdSchema = z.object({ requestId: z.uuid() })
/** `passBudget`: an admin goes past an account's hard stop. */
export const retryRequestSchema = requestIdSchema.extend({ passBudget: z.boolean().default(false) })
export const reportIdSchema = z.object({ reportId: z.uuid() })

/** Which of a report's requests are looked at. What can't be read is as if it were not there. */
export const listRequestsSchema = z.object({
  state: z.enum(requestStates).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(0).max(1000).catch(0).default(0),
})
