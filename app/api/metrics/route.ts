import { createHash, timingSafeEqual } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { answerProblem } from '@/lib/api/problem'
import { getEnv } from '@/lib/config/env'
import { AppError } from '@/lib/errors/app-error'
import { getHub } from '@/lib/live/get-hub'
import { renderMetrics } from '@/lib/services/render-metrics'

/** What is to be watched, for Prometheus. There is nothing here while no METRICS_TOKEN is set. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    assertToken(request.headers.get('authorization'))
    const { text, contentType } = await renderMetrics({ eventStreams: getHub().countStreams() })
    return new Response(text, {
      headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    })
  } catch (error) {
    return answerProblem(error, 'GET /api/metrics')
  }
}

function assertToken(authorization: string | null): void {
  const { METRICS_TOKEN } = getEnv()
  if (!METRICS_TOKEN) throw new AppError('not-found', 'There is nothing here.')
  const given = authorization?.replace(/^Bearer /i, '') ?? ''
  // Of one length, so that the comparison tells nothing of the token.
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(given), digest(METRICS_TOKEN)))
    throw new AppError('unauthenticated', 'Send the METRICS_TOKEN as a bearer token.')
}

export const dynamic = 'force-dynamic'
