'use server'

import { createAction } from '@/lib/actions/create-action'
import { createReportSchema } from '@/lib/schemas/create-report'
import * as service from '@/lib/services/create-report'

export const createReport = createAction({
  schema: createReportSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.createReport(user, input),
})
