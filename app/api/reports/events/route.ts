import { answerEvents } from '@/lib/api/answer-events'
import { apiRoute } from '@/lib/api/route'

/** What changes, as it happens: see `lib/schemas/live.ts` for its frames. */
export const GET = apiRoute({ run: async ({ user }) => answerEvents(user) })

/** Without this, Next would answer HEAD by a stream that nobody reads. */
export const HEAD = apiRoute({
  run: async () => new Response(null, { status: 405, headers: { allow: 'GET' } }),
})
