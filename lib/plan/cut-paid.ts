import type { AskedRequest, PaidRequest } from './paid-request'

/** The requests that remain when what is paid for is taken: one for each missing stretch, with a key of its own. */
export function cutPaid<R extends AskedRequest>(
  requests: readonly R[],
  paid: readonly PaidRequest[],
): R[] {
  return requests.flatMap((request, index) => {
    const { parts = [], missing = [] } = paid[index] ?? {}
    if (parts.length === 0) return [request]
    return missing.map((range, place) => ({
      ...request,
      ...range,
      key: missing.length > 1 ? `${request.key}/${place + 1}` : request.key,
    }))
  })
}
