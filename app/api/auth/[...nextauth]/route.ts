import type { NextRequest } from 'next/server'
import { answerProblem } from '@/lib/api/problem'
import { answerNextAuth } from '@/lib/auth/answer-next-auth'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  try {
    return await answerNextAuth(request, context)
  } catch (error) {
    return answerProblem(error, 'next-auth')
  }
}

export { handle as GET, handle as POST }
