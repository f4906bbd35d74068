import type { VonageOperation } from './describe-error'
import type { VonageErrorKind } from './vonage-error'

type Words = Record<VonageErrorKind, string>

const doing: Record<VonageOperation, string> = {
  create: 'the report',
  status: 'the question about the report',
  cancel: 'the cancellation',
  download: 'the download',
  check: 'the test of the key',
  records: 'the search for records',
  list: 'the list of reports',
  subaccounts: 'the list of sub-accounts',
  usage: 'the report of usage',
}

const missing: Record<VonageOperation, string> = {
  create: 'Vonage does not know this address',
  status: 'Vonage does not know this report',
  cancel: 'Vonage does not know this report',
  download: 'Vonage no longer has the file',
  check: 'Vonage does not know this address',
  records: 'Vonage does not know these records',
  list: 'Vonage no longer offers this list',
  subaccounts: 'Vonage lists no sub-accounts for this key',
  usage: 'Vonage no longer has this report of usage',
}

/** What happened, in a line. */
export function titleByOperation(operation: VonageOperation): Words {
  const what = doing[operation]
  return {
    invalid: `Vonage refused ${what}`,
    unauthorized: 'Vonage does not accept the API key and secret',
    forbidden: `Vonage does not allow ${what} with this key`,
    'not-found': missing[operation],
    conflict: operation === 'cancel' ? 'The report had already ended' : `Vonage refused ${what}`,
    'rate-limited': 'Vonage asks to slow down',
    server: 'Vonage has a fault',
    unreachable: 'Vonage could not be reached',
    lost: 'The answer of Vonage was lost',
    unreadable: 'The answer of Vonage could not be read',
    unexpected: `Vonage answered ${what} in an unknown way`,
    'bad-link': 'The link from Vonage leads elsewhere',
  }
}

/** What to do. Reads are repeated by themselves; a check and a list of sub-accounts wait for the person. */
export function nextStepByKind(operation: VonageOperation): Words {
  const waits = operation === 'check' || operation === 'subaccounts'
  const again = waits ? 'Try again in a minute.' : 'It is tried again by itself; nothing to do.'
  const support = 'If it stays like this, ask Vonage’s support, with the trace ID.'
  return {
    invalid: support,
    unauthorized:
      'Check the API key and secret in Vonage’s dashboard under API settings, and enter the secret again on the page Accounts.',
    forbidden:
      'Ask Vonage whether this key may use the Reports API for this product and account ID.',
    'not-found': support,
    conflict: support,
    'rate-limited': again,
    server: `${again} ${support}`,
    unreachable:
      operation === 'check'
        ? 'Check the network of this server, its firewall and VONAGE_API_URL, then try again.'
        : `${again} If it lasts, check the network of this server and VONAGE_API_URL.`,
    lost: again,
    unreadable: `${again} ${support}`,
    unexpected: `${again} ${support}`,
    'bad-link': `The link was not opened, to keep the key safe. Check VONAGE_API_URL. ${support}`,
  }
}
