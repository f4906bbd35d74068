'use server'

import { createAction } from '@/lib/actions/create-action'
import { adoptReportSchema, listElsewhereSchema } from '@/lib/schemas/elsewhere'
import * as adopt from '@/lib/services/adopt-report'
import * as list from '@/lib/services/list-elsewhere'

/** Takes over a report that was made elsewhere: free. */
export const adoptReport = createAction({
  schema: adoptReportSchema,
  right: 'reports.create',
  run: ({ input, user }) => adopt.adoptReport(user, input),
})

/** What Vonage tells of the reports of the last 4 days. */
export const listElsewhere = createAction({
  schema: listElsewhereSchema,
  right: 'reports.create',
  run: ({ input, user }) => list.listElsewhere(user, input),
})
