'use server'

import { createAction } from '@/lib/actions/create-action'
import { getLookup } from '@/lib/data/lookups/get-lookup'
import { fetchPageSchema, lookupIdSchema, startLookupSchema } from '@/lib/schemas/record-lookup'
import * as page from '@/lib/services/fetch-lookup-page'
import * as split from '@/lib/services/split-lookup'
import * as start from '@/lib/services/start-lookup'

/** Looks records up: the first page of them, which is billed. */
export const startLookup = createAction({
  schema: startLookupSchema,
  right: 'reports.create',
  run: ({ input, user }) => start.startLookup(user, input),
})

/** The next page of a look-up, which is billed. */
export const fetchLookupPage = createAction({
  schema: fetchPageSchema,
  right: 'reports.create',
  run: async ({ input, user }) => {
    await page.fetchLookupPage(user, input)
    return getLookup(user, input.lookupId)
  },
})

/** Cuts a range that Vonage refused into steps of 24 hours; asks for nothing. */
export const splitLookup = createAction({
  schema: lookupIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => split.splitLookup(user, input),
})
