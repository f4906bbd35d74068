import type { Answer } from '../http/answer'
import { serverError } from '../http/problems'
import type { ActiveFault } from './registry'

type Body = Record<string, unknown>

const optionalFields = 'receive_time|start_time|items_count|product|account_id|date_start|date_end'

function without(body: Body, fields: string): Body {
  const gone = fields.split('|')
  return Object.fromEntries(Object.entries(body).filter(([name]) => !gone.includes(name)))
}

function moveLinks(body: Body, host: string): Body {
  const links = body._links as Record<string, { href: string }> | undefined
  const href = links?.download_report?.href
  if (!links || !href) return body
  const moved = new URL(href)
  moved.host = host
  return { ...body, _links: { ...links, download_report: { href: moved.href } } }
}

/** The same server under its other name, so that a client that follows is seen in the log. */
function findOtherAddress(origin: string, path: string): string {
  const url = new URL(path, origin)
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
  return url.href
}

function distortBody(fault: ActiveFault, body: Body): Body {
  switch (fault.name) {
    case 'missing-fields':
      return without(body, fault.value ?? optionalFields)
    case 'extra-fields':
      return {
        ...body,
        progress: 42,
        download_url: null,
        request_params: { any: ['thing'] },
      }
    case 'unknown-status':
      return { ...body, request_status: fault.value ?? 'QUEUED_FOR_REVIEW' }
    case 'wrong-link-host':
      return moveLinks(body, fault.value ?? 'files.invalid')
    default:
      return body
  }
}

/** What a fault makes of the answer after the work was done. Refusals stay as they are. */
export function distort(fault: ActiveFault, answer: Answer, origin: string, path: string): Answer {
  if (fault.name === 'server-error-after') {
    const { workDone, requestId } = answer
    return { ...serverError(fault.status), workDone, requestId }
  }
  if (answer.status !== 200) return answer
  if (fault.name === 'redirect') {
    const location = fault.value ?? findOtherAddress(origin, path)
    return { ...answer, status: 302, headers: { location }, stream: undefined }
  }
  if (fault.name === 'unreadable') {
    const stream = async function* () {
      yield Buffer.from('<html><body>502 upstream said something else</body></html>')
    }
    return { ...answer, json: undefined, type: 'text/html', stream }
  }
  return answer.json ? { ...answer, json: distortBody(fault, answer.json as Body) } : answer
}
