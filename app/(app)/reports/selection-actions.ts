'use server'

import { createAction } from '@/lib/actions/create-action'
import { retrySelectionSchema, selectionSchema } from '@/lib/schemas/selection'
import { actOnSelection } from '@/lib/services/act-on-selection'

export const cancelReports = createAction({
  schema: selectionSchema,
  right: 'reports.cancel',
  run: ({ input, user }) => actOnSelection(user, 'cancel', input.report),
})

export const retryReports = createAction({
  schema: retrySelectionSchema,
  right: 'reports.create',
  run: ({ input, user }) => actOnSelection(user, 'retry', input.report, input),
})

export const deleteFiles = createAction({
  schema: selectionSchema,
  right: 'archives.delete',
  run: ({ input, user }) => actOnSelection(user, 'delete', input.report),
})
