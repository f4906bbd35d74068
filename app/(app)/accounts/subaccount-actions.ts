'use server'

import { createAction } from '@/lib/actions/create-action'
import { listSubaccountsSchema } from '@/lib/schemas/subaccounts'
import * as service from '@/lib/services/list-subaccounts'

/** The sub-accounts of an account, for choosing among them. */
export const listSubaccounts = createAction({
  schema: listSubaccountsSchema,
  right: 'reports.create',
  run: ({ input, user }) => service.listSubaccounts(user, input),
})
