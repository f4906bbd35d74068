'use server'

import { createAction } from '@/lib/actions/create-action'
import { createReportSchema } from '@/lib/schemas/create-report'
import * as service from '@/lib/services/create-report'
import * as preview from '@/lib/services/preview-report'

export const createReport = createAction({
  schema: createReportSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.createReport(user, input),
})

/** What the form would do, for showing it before it is sent. */
export const previewReport = createAction({
  schema: createReportSchema,
  right: 'reports.create',
  run: ({ input, user }) => preview.previewReport(user, input),
})
