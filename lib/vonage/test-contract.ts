import type { ErrorObject } from 'ajv'
import { knownDifferences } from './test-known-differences'
import { type OpenApi, openApi } from './test-open-api'

/** Products of 2021 that have a schema of their own: its name in answers. */
const ownSchemas: Record<string, string> = {
  SMS: 'sms',
  'VOICE-CALL': 'voice_call',
  'WEBSOCKET-CALL': 'websocket_call',
  'VERIFY-API': 'verify_api',
  'NUMBER-INSIGHT': 'number_insight',
  MESSAGES: 'messages',
  CONVERSATIONS: 'conversations',
  ASR: 'asr',
}

/** The part of the contract that a product's records are held to. */
export const recordTabs: Record<string, string> = {
  'SMS outbound': 'sms-outbound',
  'SMS inbound': 'sms-inbound',
  'VOICE-CALL': 'voice-call',
  'WEBSOCKET-CALL': 'websocket-call',
  'VERIFY-API': 'verify',
  'NUMBER-INSIGHT': 'number-insight',
  'MESSAGES outbound': 'messages-outbound',
  'MESSAGES inbound': 'messages-inbound',
  CONVERSATIONS: 'conversations',
  ASR: 'asr',
}

export type ContractCall = {
  method: string
  /** With its query. */
  path: string
  body?: string
  headers: Record<string, string | string[] | undefined>
}
export type ContractAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  json: unknown
}

const reports = '/v2/reports'
const records = '/v2/reports/records'
const media = '/v3/media/{file_id}'
/** Another API of Vonage, with a contract of its own. */
const subaccounts = /^\/accounts\/[^/]+\/subaccounts$/

/** What is wrong with a request to Vonage, by its contract of 2021, and is no known difference. */
export function findRequestFaults({ method, path, body, headers }: ContractCall): string[] {
  if (!openApi) return []
  const { pathname, searchParams } = new URL(path, 'http://vonage')
  const verb = method.toLowerCase()
  if (verb === 'get' && subaccounts.test(pathname)) return []
  const url = openApi.findUrl(pathname)
  if (!url || !openApi.hasMethod(url, verb)) return [`There is no ${method} ${pathname}`]
  const query = readQuery(searchParams)
  // The row `filters`: only the statuses of SMS are in the contract's query.
  const isOtherStatus = ({ instancePath }: ErrorObject) =>
    url === records && query.product !== 'SMS' && instancePath === '/status'
  const errors = openApi.errorsOfQuery(url, verb, query).filter((error) => !isOtherStatus(error))
  const faults = listFaults(errors)
  if (!/^Basic [\w+/]+=*$/.test(String(headers.authorization))) faults.push('No Basic credentials')
  if (verb === 'post') {
    if (headers['content-type'] !== 'application/json') faults.push('The body is not marked JSON')
    faults.push(...findBodyFaults(openApi, body ?? ''))
  } else if (body) faults.push('A body where there is none')
  return faults.map((fault) => `${method} ${pathname}: ${fault}`)
}

function findBodyFaults(contract: OpenApi, text: string): string[] {
  const body = JSON.parse(text) as { product?: unknown }
  const product = String(body.product)
  const schema = contract.hasSchema(product) ? product : 'report_request'
  return listFaults(contract.errorsOfClosed(schema, body))
}

function readQuery(search: URLSearchParams): Record<string, unknown> {
  const toValue = (text: string) => (text === 'true' ? true : text === 'false' ? false : text)
  return Object.fromEntries([...search].map(([name, text]) => [name, toValue(text)]))
}

/** What is wrong with an answer, by Vonage's contract of 2021, and is no known difference. */
export function findAnswerFaults(
  call: Pick<ContractCall, 'method' | 'path'>,
  answer: ContractAnswer,
): string[] {
  if (!openApi) return []
  const { pathname } = new URL(call.path, 'http://vonage')
  const method = call.method.toLowerCase()
  const url = openApi.findUrl(pathname)
  if (!url || !openApi.hasMethod(url, method)) return []
  const { status, json, headers } = answer
  const type = String(headers['content-type'])
  const say = (faults: string[]) =>
    faults.map((fault) => `${call.method} ${pathname}, ${status}: ${fault}`)
  if (status >= 400) return say(findProblemFaults(openApi, url, method, answer))
  if (status !== 200) return say(['There is no such status'])
  const wanted = url === media ? 'application/octet-stream' : 'application/json'
  if (type !== wanted) return say([`It is ${type}, not ${wanted}`])
  if (url === media) return []
  if (url === records) return say(findRecordsFaults(openApi, json))
  if (url === reports && method === 'get') return say(findListFaults(openApi, json))
  return say(findReportFaults(openApi, method === 'post' ? 'create' : 'get', json))
}

/** A report against its product's own schema, or the common one where it has none: the lists in the contract overlap. */
function findReportFaults(contract: OpenApi, kind: 'create' | 'get', json: unknown): string[] {
  const own = ownSchemas[String((json as { product?: unknown }).product)]
  const common = kind === 'create' ? 'report_response_create_report' : 'report_response'
  return listFaults(contract.errorsOfSchema(own ? `${own}_response_${kind}_report` : common, json))
}

function findListFaults(contract: OpenApi, json: unknown): string[] {
  const { reports: listed, ...list } = json as { reports: unknown[] }
  return [
    ...listFaults(contract.errorsOfAnswer(reports, 'get', 200, { ...list, reports: [] })),
    ...listed.flatMap((report) => findReportFaults(contract, 'get', report)),
  ]
}

function findRecordsFaults(contract: OpenApi, json: unknown): string[] {
  const { product, direction } = json as { product: string; direction?: string }
  const tab = recordTabs[`${product} ${direction}`] ?? recordTabs[product]
  const errors = tab ? contract.errorsOfRecords(tab, json) : null
  return listFaults(errors ?? contract.errorsOfSchema('report_response_top_level', json))
}

function findProblemFaults(
  contract: OpenApi,
  url: string,
  method: string,
  { status, json, headers }: ContractAnswer,
): string[] {
  // The row `problem-type` of the known differences.
  const type = headers['content-type']
  const faults = type === 'application/problem+json' ? [] : [`It is ${type}`]
  if (contract.declares(url, method, status))
    return [...faults, ...listFaults(contract.errorsOfAnswer(url, method, status, json))]
  // The row `statuses`.
  if (status < 500 && ![401, 405, 413, 429].includes(status))
    return [...faults, 'There is no such status']
  return [...faults, ...listFaults(contract.errorsOfAnswer(reports, 'post', 401, json))]
}

function listFaults(errors: readonly ErrorObject[]): string[] {
  return errors
    .filter((error) => !knownDifferences.some((difference) => difference.excuses(error)))
    .filter(({ keyword }) => !['oneOf', 'anyOf'].includes(keyword))
    .map(({ instancePath, message, params, data }) => {
      const more = params.unevaluatedProperty ?? params.additionalProperty
      const value = more ?? JSON.stringify(data)
      return `${instancePath} ${message}: ${value}`
    })
}
