/** The process lives. It asks nobody. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}

// Without it the answer would be made at build time.
export const dynamic = 'force-dynamic'
