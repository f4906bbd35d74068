import type { InvalidParameter } from './vonage-error'

/** The form's names for Vonage's. */
const labels: Record<string, string> = {
  account_id: 'Account ID',
  product: 'Product',
  direction: 'Direction',
  status: 'Status',
  date_start: 'From',
  date_end: 'To',
  from: 'Sender',
  to: 'Recipient',
  include_message: 'Include message',
  include_subaccounts: 'Include subaccounts',
}

/** A 422's `invalid_parameters` in sentences: “To” (date_end): Missing required parameter. */
export function describeParameters(parameters: InvalidParameter[]): string {
  return parameters.map(describeParameter).join(' ')
}

function describeParameter({ name, reason }: InvalidParameter): string {
  const label = labels[name]
  const subject = label ? `“${label}” (${name})` : `“${name}”`
  const said = reason.trim().replace(/\.$/, '')
  if (said === '') return `${subject} is not valid for Vonage.`
  if (/^missing required parameter$/i.test(said)) return `${subject} is missing.`
  return `${subject} is not valid for Vonage: ${said}.`
}
