import type { FilterName } from './filters'

export const directions = ['inbound', 'outbound'] as const
export type Direction = (typeof directions)[number]

export const productGroups = [
  'Messaging',
  'Voice',
  'Verify',
  'Insight',
  'Video',
  'Network',
  'Usage',
] as const
export type ProductGroup = (typeof productGroups)[number]

/** How a product treats `direction`. Sending it where it is `invalid` is answered with 422. */
export type DirectionRule = 'required' | 'optional' | 'invalid'

export type Product = {
  name: string
  group: ProductGroup
  /** What a report of this product holds, in a line. */
  about: string
  direction: DirectionRule
  filters: readonly FilterName[]
  /** Filters that only some sources name: offered, with a warning that Vonage may refuse them. */
  disputed?: readonly FilterName[]
  /** Filters that must be sent. */
  required?: readonly FilterName[]
  /** Known values by filter. */
  values?: Partial<Record<FilterName, readonly string[]>>
  /** Filters of `values` that also take other values, since the sources dispute them. */
  open?: readonly FilterName[]
  /** The column that `date_start` and `date_end` cut by. */
  dateColumn: string
  /** The column that names a record. */
  idColumn: string
  /** How long Vonage keeps the records: 13 months unless said otherwise. */
  retentionDays?: number
  /** Reports of this product are not billed. */
  free?: boolean
  /** Gone from Vonage's documents; may be refused. */
  legacy?: string
}

/**
 * The products of the Reports API as data: they come and go, so nothing else may name one by heart.
 * Sources: Vonage's .NET SDK `ReportProduct.cs` and `CreateReportRequest.cs` (2026-06), `@vonage/reports` 1.2.1
 * (2026-09), Vonage's API reference (2026), OpenAPI 2.1.17 (2021).
 */
export const products = {
  SMS: {
    name: 'SMS',
    group: 'Messaging',
    about: 'Text messages sent or received through the SMS API.',
    direction: 'required',
    filters: [
      'status',
      'from',
      'to',
      'country',
      'network',
      'client_ref',
      'account_ref',
      'include_message',
      'show_concatenated',
    ],
    values: {
      status: [
        'delivered',
        'expired',
        'accepted',
        'deleted',
        'unknown',
        'submitted',
        'failed',
        'rejected',
        'buffered',
      ],
    },
    dateColumn: 'date_received',
    idColumn: 'message_id',
  },
  'SMS-TRAFFIC-CONTROL': {
    name: 'SMS traffic control',
    group: 'Messaging',
    about: 'Messages that waited in a queue before they were sent.',
    direction: 'invalid',
    filters: [],
    dateColumn: 'queued_time',
    idColumn: 'id',
  },
  MESSAGES: {
    name: 'Messages',
    group: 'Messaging',
    about: 'WhatsApp, RCS, Viber, Messenger, MMS and SMS through the Messages API.',
    direction: 'required',
    filters: ['status', 'from', 'to', 'country', 'provider', 'include_message'],
    values: {
      status: ['delivered', 'read', 'rejected', 'submitted', 'undeliverable'],
      provider: [
        'email',
        'instagram',
        'messenger',
        'mms',
        'rcs',
        'sms',
        'viber_service_msg',
        'whatsapp',
      ],
    },
    open: ['provider'],
    dateColumn: 'date_received',
    idColumn: 'message_id',
  },
  'CONVERSATION-EVENT': {
    name: 'Conversation events',
    group: 'Messaging',
    about: 'Billable events of the Conversation API.',
    direction: 'invalid',
    filters: ['status', 'conversation_id'],
    dateColumn: 'creation_date',
    idColumn: 'id',
  },
  'CONVERSATION-MESSAGE': {
    name: 'Conversation messages',
    group: 'Messaging',
    about: 'Messages sent within conversations.',
    direction: 'invalid',
    filters: ['conversation_id'],
    dateColumn: 'creation_date',
    idColumn: 'id',
  },
  CONVERSATIONS: {
    name: 'Conversations (legacy)',
    group: 'Messaging',
    about: 'The older report of conversation events.',
    direction: 'invalid',
    filters: ['type'],
    required: ['type'],
    values: { type: ['ip-voice', 'cs-custom-event'] },
    dateColumn: 'creation_date',
    idColumn: 'id',
    legacy: 'Vonage asks to use Conversation events instead, and may refuse this one.',
  },
  'VOICE-CALL': {
    name: 'Voice calls',
    group: 'Voice',
    about: 'Completed calls with duration and price. Failed calls are a product of their own.',
    direction: 'optional',
    filters: ['status', 'from', 'to', 'country', 'network', 'call_id'],
    values: { status: ['ANSWERED', 'MACHINE', 'ERROR'] },
    open: ['status'],
    dateColumn: 'date_start',
    idColumn: 'call_id',
  },
  'VOICE-FAILED': {
    name: 'Failed voice calls',
    group: 'Voice',
    about: 'Calls that did not connect, and why.',
    direction: 'optional',
    filters: ['from', 'to', 'country', 'network', 'call_id'],
    disputed: ['status'],
    values: { status: ['FAILED'] },
    open: ['status'],
    dateColumn: 'date_start',
    idColumn: 'call_id',
  },
  'VOICE-TTS': {
    name: 'Text-to-speech',
    group: 'Voice',
    about: 'Speech made from text in calls.',
    direction: 'invalid',
    filters: [],
    dateColumn: 'creation_date',
    idColumn: 'id',
  },
  'IN-APP-VOICE': {
    name: 'In-app voice',
    group: 'Voice',
    about: 'Call legs of in-app users.',
    direction: 'invalid',
    filters: ['status', 'conversation_id', 'leg_id'],
    dateColumn: 'date_start',
    idColumn: 'id',
  },
  'WEBSOCKET-CALL': {
    name: 'WebSocket calls',
    group: 'Voice',
    about: 'Calls connected to a WebSocket.',
    direction: 'invalid',
    filters: ['call_id'],
    disputed: ['status'],
    dateColumn: 'date_start',
    idColumn: 'call_id',
  },
  ASR: {
    name: 'Speech recognition',
    group: 'Voice',
    about: 'Automatic speech recognition in calls (ASR).',
    direction: 'optional',
    filters: ['from', 'to', 'call_id'],
    disputed: ['country', 'network', 'status'],
    values: { status: ['ok', 'error'] },
    open: ['status'],
    dateColumn: 'date_start',
    idColumn: 'call_id',
  },
  AMD: {
    name: 'Answering machine detection',
    group: 'Voice',
    about: 'Whether a person or a machine answered (AMD).',
    direction: 'invalid',
    filters: ['call_id'],
    disputed: ['from', 'to'],
    dateColumn: 'start_time',
    idColumn: 'call_id',
  },
  'VERIFY-API': {
    name: 'Verify (v1)',
    group: 'Verify',
    about: 'Verification requests of the first Verify API.',
    direction: 'invalid',
    filters: ['to', 'network', 'country', 'locale', 'number_type'],
    dateColumn: 'date_received',
    idColumn: 'request_id',
  },
  'VERIFY-V2': {
    name: 'Verify (v2)',
    group: 'Verify',
    about: 'Verification requests over SMS, voice, WhatsApp, e-mail and silent authentication.',
    direction: 'invalid',
    filters: ['status', 'to', 'country', 'network', 'channel', 'parent_request_id', 'locale'],
    values: { channel: ['v2', 'email', 'silent_auth'] },
    open: ['channel'],
    dateColumn: 'date_received',
    idColumn: 'request_id',
  },
  'NUMBER-INSIGHT': {
    name: 'Number Insight',
    group: 'Insight',
    about: 'Look-ups of numbers: carrier, country, roaming.',
    direction: 'invalid',
    filters: ['number', 'network', 'country'],
    dateColumn: 'date_received',
    idColumn: 'request_id',
  },
  'NUMBER-INSIGHT-V2': {
    name: 'Number Insight (v2)',
    group: 'Insight',
    about: 'Look-ups with fraud scores and SIM swaps.',
    direction: 'invalid',
    filters: ['number', 'network', 'country', 'request_type', 'risk', 'swapped'],
    disputed: ['status'],
    dateColumn: 'date_received',
    idColumn: 'request_id',
  },
  'VIDEO-API': {
    name: 'Video',
    group: 'Video',
    about: 'Sessions, archives, broadcasts and captions of the Video API (not OpenTok).',
    direction: 'invalid',
    filters: ['session_id', 'meeting_id'],
    dateColumn: 'date_start',
    idColumn: 'id',
    retentionDays: 90,
  },
  'NETWORK-API-EVENT': {
    name: 'Network APIs',
    group: 'Network',
    about: 'Calls of Network APIs such as SIM Swap and Number Verification.',
    direction: 'invalid',
    filters: [
      'product_name',
      'request_type',
      'request_session_id',
      'product_path',
      'correlation_id',
    ],
    disputed: ['country', 'network'],
    dateColumn: 'event_time',
    idColumn: 'id',
  },
  'REPORTS-USAGE': {
    name: 'Reports usage',
    group: 'Usage',
    about: 'What the Reports API itself was asked for and what it cost. Free of charge.',
    direction: 'invalid',
    filters: [],
    dateColumn: 'date_received',
    idColumn: 'id',
    free: true,
  },
} as const satisfies Record<string, Product>

export type ProductCode = keyof typeof products
export const productCodes = Object.keys(products) as ProductCode[]

/** The product with this code, with its literal types widened so that optional keys can be read. */
export function getProduct(code: ProductCode): Product {
  return products[code]
}

export function isProductCode(value: string): value is ProductCode {
  return Object.hasOwn(products, value)
}

/** All filters that may be offered for a product, the disputed ones last. */
export function filtersOf(code: ProductCode): FilterName[] {
  const product = getProduct(code)
  return [...product.filters, ...(product.disputed ?? [])]
}

/** “SMS outbound”, “Voice calls”: how a report of this product is called on screen. */
export function productTitle(code: ProductCode, direction?: Direction | null): string {
  return direction ? `${products[code].name} ${direction}` : products[code].name
}
