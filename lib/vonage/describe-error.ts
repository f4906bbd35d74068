import { describeParameters } from './describe-parameters'
import { nextStepByKind, titleByOperation } from './error-words'
import type { VonageError } from './vonage-error'

/** What was tried: `status` asks how a report goes, `check` tries a key pair, `list` reads what Vonage still has. */
export type VonageOperation =
  | 'create'
  | 'status'
  | 'cancel'
  | 'download'
  | 'check'
  | 'records'
  | 'list'
  | 'subaccounts'
  | 'usage'

export type ErrorDescription = {
  /** What happened. */
  title: string
  /** What it means for the report and the bill. */
  meaning: string
  /** What to do. */
  nextStep: string
  /** Vonage's trace id, for its support. */
  instance: string | null
}

/** A VonageError in plain words for the person whose report it is. */
export function describeVonageError(
  error: VonageError,
  { operation }: { operation: VonageOperation },
): ErrorDescription {
  return {
    title: titleOf(error, operation),
    meaning: [quoteVonage(error), meaningOf(error, operation)].filter(Boolean).join(' '),
    nextStep: nextStepOf(error, operation),
    instance: error.instance,
  }
}

function titleOf(error: VonageError, operation: VonageOperation): string {
  if (isOutOfCredit(error)) return 'The Vonage account has not enough credit'
  return titleByOperation(operation)[error.kind]
}

/** What Vonage said itself, where it helps: its parameters in our words, else its detail. */
function quoteVonage({ kind, detail, title, invalidParameters }: VonageError): string {
  if (invalidParameters.length > 0) return describeParameters(invalidParameters)
  if (kind === 'rate-limited' || kind === 'unauthorized') return ''
  const said = detail ?? title
  return said ? `Vonage says: “${said.replace(/[.\s]+$/, '')}”.` : ''
}

function meaningOf({ kind, requestSent }: VonageError, operation: VonageOperation): string {
  if (operation === 'create') {
    if (['lost', 'server', 'unreadable', 'unexpected'].includes(kind)) {
      return 'Nobody knows yet whether Vonage made the report. If it did, its records are billed.'
    }
    return 'No report was made, and nothing is billed.'
  }
  if (operation === 'cancel') {
    if (kind === 'conflict') return 'The report had ended before. Its records are billed as usual.'
    if (kind === 'not-found') return 'There is nothing left to cancel at Vonage.'
    return requestSent
      ? 'The report may still run at Vonage, and then its records are billed.'
      : 'The report still runs at Vonage, and its records will be billed.'
  }
  if (operation === 'download') {
    return kind === 'not-found'
      ? 'Vonage keeps a file for 72 hours. The report was billed; its file is not kept here.'
      : 'The file is not kept here yet. Vonage keeps it for 72 hours; trying again costs nothing.'
  }
  if (operation === 'status') {
    return kind === 'not-found'
      ? 'Vonage forgets a report after 4 days; or this key has lost the right to see it.'
      : 'The report goes on at Vonage. Asking again costs nothing.'
  }
  if (operation === 'subaccounts') return meaningOfSubaccounts(kind)
  if (operation === 'usage') return 'What was fetched before stays. Nothing is billed for it.'
  return operation === 'check'
    ? 'Nothing was ordered, and nothing is billed.'
    : 'No report was made.'
}

function meaningOfSubaccounts(kind: VonageError['kind']): string {
  return kind === 'forbidden' || kind === 'not-found'
    ? 'Only a primary account with the Subaccounts API can list the accounts beneath it. Reports of this account itself work without it; nothing is billed.'
    : 'The accounts beneath this one are not known now. Nothing is billed.'
}

function nextStepOf(error: VonageError, operation: VonageOperation): string {
  if (isOutOfCredit(error)) return 'Top up the account at Vonage, then ask again.'
  if (operation === 'create') {
    if (['lost', 'server', 'unreadable', 'unexpected'].includes(error.kind)) {
      return 'Wait for Vonage’s callback, or look at the usage at Vonage. Send it again only if you accept that it may be billed twice.'
    }
    if (error.kind === 'invalid')
      return 'Duplicate the report, correct what Vonage names, and create it.'
  }
  if (operation === 'cancel' && (error.kind === 'conflict' || error.kind === 'not-found')) {
    return 'Nothing to do: the report shows how it ended.'
  }
  if (operation === 'subaccounts' && (error.kind === 'forbidden' || error.kind === 'not-found')) {
    return 'If there are sub-accounts, type their API keys under Account ID, or ask Vonage to enable the Subaccounts API for this key.'
  }
  if (operation === 'download' && error.kind === 'not-found') {
    return 'Duplicate the report to ask for the records anew; they are billed again.'
  }
  return nextStepByKind(operation)[error.kind]
}

function isOutOfCredit({ kind, type }: VonageError): boolean {
  return kind === 'forbidden' && /out-of-credit/i.test(type ?? '')
}
