/**
 * The record filters of `POST /v2/reports`, as Vonage names them. Which product takes which is in
 * `products.ts`. Filters match exactly: no wildcards, no lists, no normalising of numbers is documented.
 * Sources: Vonage's .NET, Node and Java SDKs (2026), OpenAPI 2.1.17.
 */
export type Filter = {
  label: string
  /** One line under the field: what to type. */
  hint: string
  kind: 'text' | 'boolean'
  example?: string
  /**
   * How a list of values is typed or pasted, where people have lists: `words` hold no space; `numbers` may be written
   * with “+”, spaces and brackets, which Vonage's numbers don't have; `lines` may hold spaces.
   */
  list?: 'words' | 'numbers' | 'lines'
}

export const filters = {
  status: { label: 'Status', hint: 'The final status of a record.', kind: 'text' },
  from: {
    label: 'Sender',
    hint: 'The sending number or name, exactly as sent; numbers as digits without “+”.',
    kind: 'text',
    example: '447700900000',
    list: 'numbers',
  },
  to: {
    label: 'Recipient',
    hint: 'The receiving number: digits without “+”.',
    kind: 'text',
    example: '447700900001',
    list: 'numbers',
  },
  country: {
    label: 'Country',
    hint: 'Two letters, ISO 3166.',
    kind: 'text',
    example: 'GB',
    list: 'words',
  },
  network: {
    label: 'Network',
    hint: 'The network’s MCC and MNC, sometimes letters.',
    kind: 'text',
    example: '23410',
    list: 'words',
  },
  client_ref: {
    label: 'Client reference',
    hint: 'The reference that was sent with the message.',
    kind: 'text',
    list: 'lines',
  },
  account_ref: {
    label: 'Account reference',
    hint: 'The account reference that was sent with the message.',
    kind: 'text',
    list: 'lines',
  },
  provider: { label: 'Provider', hint: 'The channel that carried the message.', kind: 'text' },
  call_id: { label: 'Call ID', hint: 'The id of one call.', kind: 'text', list: 'words' },
  leg_id: { label: 'Leg ID', hint: 'The id of one leg of a call.', kind: 'text', list: 'words' },
  conversation_id: {
    label: 'Conversation ID',
    hint: 'With its CON- prefix.',
    kind: 'text',
    example: 'CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
    list: 'words',
  },
  number: {
    label: 'Number',
    hint: 'The number that was looked up: digits without “+”.',
    kind: 'text',
    example: '447700900000',
    list: 'numbers',
  },
  number_type: {
    label: 'Number type',
    hint: 'For example mobile.',
    kind: 'text',
    example: 'mobile',
  },
  locale: {
    label: 'Locale',
    hint: 'The language of the verification.',
    kind: 'text',
    example: 'en-gb',
  },
  channel: { label: 'Channel', hint: 'The channel of the verification.', kind: 'text' },
  parent_request_id: {
    label: 'Parent request ID',
    hint: 'The id of the verification’s parent request.',
    kind: 'text',
    list: 'words',
  },
  request_type: {
    label: 'Request type',
    hint: 'For example check or fraud-score.',
    kind: 'text',
    example: 'check',
  },
  risk: { label: 'Risk', hint: 'The risk that the look-up reported.', kind: 'text' },
  swapped: { label: 'Swapped', hint: 'Whether the SIM was swapped.', kind: 'text' },
  session_id: {
    label: 'Session ID',
    hint: 'The id of one video session.',
    kind: 'text',
    list: 'words',
  },
  meeting_id: { label: 'Meeting ID', hint: 'The id of one meeting.', kind: 'text', list: 'words' },
  product_name: {
    label: 'API name',
    hint: 'The Network API that was called.',
    kind: 'text',
    example: 'camara-sim-swap',
  },
  request_session_id: {
    label: 'Request session ID',
    hint: 'The session of the Network API call.',
    kind: 'text',
    list: 'words',
  },
  product_path: { label: 'API path', hint: 'The path that was called.', kind: 'text' },
  correlation_id: {
    label: 'Correlation ID',
    hint: 'The correlation id that was sent with the call.',
    kind: 'text',
    list: 'words',
  },
  type: {
    label: 'Event type',
    hint: 'Which kind of conversation events.',
    kind: 'text',
  },
  include_message: {
    label: 'Include message',
    hint: 'Adds the text of each message. It then leaves Vonage and is kept here.',
    kind: 'boolean',
  },
  show_concatenated: {
    label: 'Show concatenated',
    hint: 'Adds a column that tells whether a long SMS was split.',
    kind: 'boolean',
  },
} as const satisfies Record<string, Filter>

export type FilterName = keyof typeof filters
