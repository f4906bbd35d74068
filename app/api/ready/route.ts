import { checkReadiness } from '@/lib/services/check-readiness'

/** Whether requests may be sent here, and if not, what is missing. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness()
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}

export const dynamic = 'force-dynamic'
