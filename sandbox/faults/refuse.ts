import type { Answer } from '../http/answer'
import {
  forbidden,
  rateLimited,
  reportNotFound,
  serverError,
  unauthorized,
  unprocessable,
} from '../http/problems'
import type { ActiveFault } from './registry'

/** The answer that a fault gives instead of the work; null for those that give none. */
export function refuse(fault: ActiveFault, id: string): Answer | null {
  switch (fault.name) {
    case 'rate-limit':
      return rateLimited()
    case 'server-error':
      return serverError(fault.status)
    case 'unauthorized':
      return unauthorized()
    case 'forbidden':
      return forbidden()
    case 'invalid':
      return unprocessable([{ name: fault.value ?? 'status', reason: 'Invalid value' }])
    case 'not-found':
      return reportNotFound(id)
    default:
      return null
  }
}
