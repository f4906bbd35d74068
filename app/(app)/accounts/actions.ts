'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { createAction } from '@/lib/actions/create-action'
import { paths } from '@/lib/paths'
import {
  accountIdSchema,
  addAccountSchema,
  relabelAccountSchema,
  replaceSecretSchema,
} from '@/lib/schemas/accounts'
import { setBudgetSchema } from '@/lib/schemas/budget'
import * as accounts from '@/lib/services/accounts'
import * as budgets from '@/lib/services/set-budget'

export const addAccount = createAction({
  schema: addAccountSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(accounts.addAccount(user, input)),
})

export const addSandboxAccount = createAction({
  schema: z.object({}),
  right: 'accounts.manage',
  run: ({ user }) => showing(accounts.addSandboxAccount(user)),
})

export const relabelAccount = createAction({
  schema: relabelAccountSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(accounts.relabelAccount(user, input)),
})

export const replaceSecret = createAction({
  schema: replaceSecretSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(accounts.replaceSecret(user, input)),
})

export const removeAccount = createAction({
  schema: accountIdSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(accounts.removeAccount(user, input)),
})

export const checkAccount = createAction({
  schema: accountIdSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(accounts.checkAccount(user, input)),
})

export const setBudget = createAction({
  schema: setBudgetSchema,
  right: 'accounts.manage',
  run: ({ input, user }) => showing(budgets.setBudget(user, input)),
})

/** Shows the page anew whatever came of it: a check that failed may have left its mark, too. */
async function showing<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } finally {
    revalidatePath(paths.accounts)
  }
}
