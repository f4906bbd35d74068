'use server'

import { createAction } from '@/lib/actions/create-action'
import { reportIdSchema } from '@/lib/schemas/reports'
import * as service from '@/lib/services/prepare-again'

/** Has the records of a report prepared anew from its archives. */
export const prepareAgain = createAction({
  schema: reportIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.prepareAgain(user, input.reportId),
})
