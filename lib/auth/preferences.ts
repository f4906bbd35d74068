import { cache } from 'react'
import { getPreferences } from '@/lib/data/users/preferences'
import { type Preferences, preferencesSchema } from '@/lib/schemas/preferences'
import { getCurrentUser } from './current-user'

/** How the person behind this request likes tables; looked up once a request. */
export const readPreferences = cache(async (): Promise<Preferences> => {
  // The frame of a page must stand, and say what is wrong, while the database is away.
  const kept = await getCurrentUser()
    .then((user) => user && getPreferences(user))
    .catch(() => null)
  return kept ?? preferencesSchema.parse({})
})
