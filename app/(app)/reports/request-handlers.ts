import type { RequestHandlers } from '@/components/requests/request-handlers'
import {
  askRest,
  cancelRequest,
  planRest,
  refreshReport,
  refreshRequest,
  retryRequest,
  sendAgain,
} from './actions'

/** The server actions on a request, for the history and for a report's page. */
export const requestHandlers: RequestHandlers = {
  refresh: refreshRequest,
  cancel: cancelRequest,
  retry: retryRequest,
  planRest,
  askRest,
  sendAgain,
  refreshReport,
}
