'use server'

import { revalidatePath } from 'next/cache'
import { createAction } from '@/lib/actions/create-action'
import { paths } from '@/lib/paths'
import { listSubaccountsSchema } from '@/lib/schemas/subaccounts'
import * as service from '@/lib/services/list-subaccounts'

/** The sub-accounts of an account, for choosing among them. */
export const listSubaccounts = createAction({
  schema: listSubaccountsSchema,
  right: 'reports.create',
  run: async ({ input, user }) => {
    const list = await service.listSubaccounts(user, input)
    // Where the page of accounts shows how many there are.
    if (input.refresh) revalidatePath(paths.accounts)
    return list
  },
})
