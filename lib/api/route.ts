import type { NextRequest } from 'next/server'
import { type CurrentUser, requireApiUser } from '@/lib/auth/current-user'
import { authorize } from '@/lib/data/authorize'
import type { Right } from '@/lib/schemas/rights'
import { answerProblem } from './problem'

type Call<Params> = { request: NextRequest; params: Params; user: CurrentUser }

type Route<Params> = {
  right?: Right
  run: (call: Call<Params>) => Promise<Response>
}

/**
 * Makes a route handler that needs a person, and the right if one is named. Errors become one shape
 * of problem, and no answer is stored by a cache unless the handler says so itself.
 */
export function apiRoute<Params = Record<never, never>>({ right, run }: Route<Params>) {
  return async (request: NextRequest, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const user = await requireApiUser()
      if (right) authorize(user, right)
      const response = await run({ request, params: await context.params, user })
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      return response
    } catch (error) {
      return answerProblem(error, `${request.method} ${request.nextUrl.pathname}`)
    }
  }
}
