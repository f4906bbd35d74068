'use server'

import { createAction } from '@/lib/actions/create-action'
import { requestIdSchema } from '@/lib/schemas/reports'
import * as service from '@/lib/services/request-actions'
import * as retry from '@/lib/services/retry-request'

export const refreshRequest = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.refreshRequest(user, input),
})

export const cancelRequest = createAction({
  schema: requestIdSchema,
  right: 'reports.cancel',
  run: ({ input, user }) => service.cancelRequest(user, input),
})

export const retryRequest = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => retry.retryRequest(user, input),
})

export const sendAgain = createAction({
  schema: requestIdSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.sendAgain(user, input),
})
