'use server'

import { createAction } from '@/lib/actions/create-action'
import { askRestSchema } from '@/lib/plan/rest'
import { reportIdSchema, requestIdSchema, retryRequestSchema } from '@/lib/schemas/reports'
import * as rest from '@/lib/services/ask-rest'
import * as plan from '@/lib/services/plan-rest'
import * as refresh from '@/lib/services/refresh-report'
import * as service from '@/lib/services/request-actions'
import * as retry from '@/lib/services/retry-request'

export const refreshRequest = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.refreshRequest(user, input),
})

export const refreshReport = createAction({
  schema: reportIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => refresh.refreshReport(user, input),
})

export const cancelRequest = createAction({
  schema: requestIdSchema,
  right: 'reports.cancel',
  run: ({ input, user }) => service.cancelRequest(user, input),
})

export const retryRequest = createAction({
  schema: retryRequestSchema,
  right: 'reports.create',
  run: ({ input, user }) => retry.retryRequest(user, input),
})

export const sendAgain = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.sendAgain(user, input),
})

export const planRest = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => plan.planRest(user, input.requestId),
})

export const askRest = createAction({
  schema: askRestSchema,
  right: 'reports.create',
  run: ({ input, user }) => rest.askRest(user, input),
})
