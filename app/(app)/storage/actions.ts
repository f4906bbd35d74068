'use server'

import { revalidatePath } from 'next/cache'
import { createAction } from '@/lib/actions/create-action'
import { paths } from '@/lib/paths'
import { holdReportSchema, setRetentionSchema } from '@/lib/schemas/storage'
import * as hold from '@/lib/services/hold-report'
import * as retention from '@/lib/services/set-retention'

export const setRetention = createAction({
  schema: setRetentionSchema,
  right: 'archives.delete',
  run: async ({ input, user }) => {
    await retention.setRetention(user, input)
    revalidatePath(paths.storage)
  },
})

export const holdReport = createAction({
  schema: holdReportSchema,
  right: 'archives.delete',
  run: async ({ input, user }) => {
    await hold.holdReport(user, input)
    revalidatePath(paths.storage)
  },
})
