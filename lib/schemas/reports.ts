import { z } from 'zod'
import { requestStates } from './states'
import { lineOfText } from './text'

export const requestIdSchema = z.object({ requestId: z.uuid() })

/** The history's filters and place, as they stand in the URL. */
export const listReportsSchema = z.object({
  q: lineOfText(200).catch('').default(''),
  state: z.enum(requestStates).nullable().catch(null).default(null),
  cursor: z.string().max(200).nullable().catch(null).default(null),
})
export type ListReportsInput = z.infer<typeof listReportsSchema>
