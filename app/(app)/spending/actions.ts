'use server'

import { createAction } from '@/lib/actions/create-action'
import { wantUsageSchema } from '@/lib/schemas/spending'
import * as service from '@/lib/services/want-usage'

/** Lets the worker fetch usage from Vonage now: free. */
export const wantUsage = createAction({
  schema: wantUsageSchema,
  right: 'spending.see',
  run: ({ input, user }) => service.wantUsage(user, input),
})
