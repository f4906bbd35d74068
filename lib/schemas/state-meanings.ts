import type { RequestState } from './states'

/** What each state means for the report and the bill, and what happens next: one place for every page. */
export const stateMeanings: Record<RequestState, { meaning: string; next: string }> = {
  queued: {
    meaning: 'Stored here, not sent to Vonage yet. Nothing is billed.',
    next: 'It is sent as soon as the account’s share of requests allows. Cancelling is free.',
  },
  submitting: {
    meaning: 'On its way to Vonage at this moment.',
    next: 'Vonage’s answer comes within seconds.',
  },
  unconfirmed: {
    meaning: 'Sent, but Vonage’s answer was lost: it may or may not have been made, and billed.',
    next: 'Evidence is looked for. It is never sent a second time unless you say so.',
  },
  running: {
    meaning: 'Vonage accepted it and gathers the records. From here on they are billed.',
    next: 'Vonage needs 5 to 10 minutes for each million records.',
  },
  archiving: {
    meaning: 'Vonage’s file is ready and is being copied here and checked.',
    next: 'This is tried until it works, or until Vonage deletes its file after 72 hours.',
  },
  ready: {
    meaning: 'The file is kept here, checked to the last byte.',
    next: 'Download it as often as you like. “Truncated” means that Vonage left rows out.',
  },
  rejected: {
    meaning: 'Vonage refused the request. Nothing was made and nothing is billed.',
    next: 'Duplicate it, correct what Vonage named, and send it again.',
  },
  failed: {
    meaning: 'Vonage, or we, could not finish it. There is no file.',
    next: 'Retry asks for the records anew, and Vonage may bill them anew.',
  },
  cancelled: {
    meaning: 'Stopped by a person before its file was ready.',
    next: 'What Vonage had gathered by then may be billed.',
  },
  expired: {
    meaning: 'Vonage deleted its copy before the file could be kept here.',
    next: 'Retry asks for the records anew, and Vonage bills them anew.',
  },
}
