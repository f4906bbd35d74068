import type { EventKind } from './record-event'

type Data = Record<string, unknown>

function text(data: Data, key: string): string {
  const value = data[key]
  return value === null || value === undefined ? '' : String(value)
}

const sentences: Record<EventKind, (data: Data) => string> = {
  created: (d) =>
    [
      'Report asked for.',
      Number(d.requests ?? 1) !== 1 && `Requests: ${Number(d.requests).toLocaleString('en')}.`,
      Number(d.kept ?? 0) > 0 &&
        `Taken from earlier files: ${Number(d.kept).toLocaleString('en')}.`,
    ]
      .filter(Boolean)
      .join(' '),
  submitting: () => 'Sending the request to Vonage.',
  accepted: (d) => `Vonage accepted the request as ${text(d, 'requestId')}.`,
  rejected: (d) => `Vonage refused the request: ${text(d, 'title')}`,
  unconfirmed: (d) =>
    `Vonage’s answer was lost, so nobody knows whether the report was made. ${text(d, 'title')}`,
  evidence: (d) =>
    d.found
      ? 'Reports usage lists a report of this product, account and range: it was most likely made.'
      : 'Reports usage lists no such report so far.',
  requeued: (d) => `Not sent, will be tried again. ${text(d, 'title')}`,
  status: (d) => `Vonage says ${text(d, 'status')}.`,
  archiving: (d) => `Vonage is done (${text(d, 'status')}); fetching the file.`,
  archived: (d) => `File archived and checked: ${Number(d.rows ?? 0).toLocaleString('en')} rows.`,
  failed: (d) => `The report failed. ${text(d, 'title')}`,
  'cancel-requested': () => 'Cancelling was asked for.',
  cancelled: (d) => text(d, 'title') || 'Cancelled.',
  'cancelled-all': (d) =>
    [
      Number(d.unsent) > 0 &&
        `Cancelled before they were sent, and not billed: ${text(d, 'unsent')}.`,
      Number(d.givenUp) > 0 &&
        `Given up, and billed all the same if Vonage made them: ${text(d, 'givenUp')}.`,
      Number(d.atVonage) > 0 && `Being cancelled at Vonage: ${text(d, 'atVonage')}.`,
    ]
      .filter(Boolean)
      .join(' '),
  expired: () => 'Vonage no longer has the file, and it was not archived in time.',
  trouble: (d) => text(d, 'title'),
  candidate: () => 'A callback named a report that may be this one; asking Vonage.',
  adopted: (d) => `The lost request was found at Vonage as ${text(d, 'requestId')}.`,
  'taken-over': (d) => `Made elsewhere, taken over as ${text(d, 'requestId')}.`,
  'cancel-too-late': (d) =>
    `Vonage could not cancel it any more${d.status ? `; it says ${text(d, 'status')}` : ''}.`,
  'send-again': () => 'Sent again, knowing that Vonage may make and bill it twice.',
  retried: (d) =>
    Number(d.requests ?? 1) === 1
      ? 'Asked for again; a new request takes its place.'
      : `${Number(d.requests).toLocaleString('en')} requests asked for again; new ones take their place.`,
  refresh: () => 'Asked Vonage now.',
  downloaded: (d) => `Downloaded as ${text(d, 'format')}.`,
  'download-broken': (d) => `A download broke off and is not whole. ${text(d, 'title')}`,
  'rest-asked': (d) =>
    `What Vonage’s file lacks was asked for: ${text(d, 'requests')} requests${Number(d.keptParts ?? 0) > 0 ? ', the rest is taken from earlier reports' : ''}.`,
  held: () => 'Put on hold: its files are not deleted until somebody releases it.',
  released: () => 'Released from hold.',
  'archive-deleted': (d) =>
    d.files === undefined || d.files === 1
      ? 'The archived file was deleted. Its hash, size and rows stay on record.'
      : `${text(d, 'files')} archived files were deleted. Their hashes, sizes and rows stay on record.`,
}

/** The sentence of a timeline's line; kinds of a later version are shown by their name. */
export function eventText(kind: string, data: unknown): string {
  const fields = data && typeof data === 'object' ? (data as Data) : {}
  return Object.hasOwn(sentences, kind) ? sentences[kind as EventKind](fields).trim() : kind
}
