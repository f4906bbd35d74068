/** What an entry adds to its kind: short, flat, and never a secret. */
export type AuditData = Record<string, string | number | boolean | null>

/** An entry's words: the subject is in quotes already, or says what is missing. */
type Told = { subject: string; data: AuditData }

type Kind = { label: string; tell: (told: Told) => string }

const of = (data: AuditData, key: string): string => `${data[key] ?? ''}`
const count = (data: AuditData, key: string): string => Number(data[key] ?? 0).toLocaleString('en')
const because = (data: AuditData): string => (data.reason ? `: ${data.reason}` : '')

/**
 * Everything that the audit can tell of, by the area that its name begins with. A kind is never renamed or removed:
 * entries of it stay.
 */
export const auditKinds = {
  'sign-in.done': { label: 'Signed in', tell: () => 'Signed in' },
  'sign-in.failed': {
    label: 'Sign-in failed',
    tell: ({ data }) => `Could not sign in${because(data)}`,
  },
  'sign-in.ended': { label: 'Signed out', tell: () => 'Signed out' },
  'session.ended': {
    label: 'Session ended',
    tell: ({ data }) => `Ended an own session from ${of(data, 'endedAddress')}`,
  },
  'session.others-ended': {
    label: 'Other sessions ended',
    tell: ({ data }) => `Ended all other own sessions (${count(data, 'ended')})`,
  },
  'password.changed': {
    label: 'Password changed',
    tell: ({ data }) => `Changed the own password; other sessions ended: ${count(data, 'ended')}`,
  },
  'password.refused': {
    label: 'Password change refused',
    tell: ({ data }) => `Could not change the own password${because(data)}`,
  },
  'password.set-by-link': {
    label: 'Password set by link',
    tell: ({ subject }) => `Set the password of ${subject} by a one-time link`,
  },
  'password.reset': {
    label: 'Password reset',
    tell: ({ subject, data }) =>
      `Reset the password of ${subject} on the command line${data.enabled ? ', and switched them on' : ''}`,
  },
  'settings.changed': {
    label: 'Settings changed',
    tell: ({ data }) => `Changed own settings: ${of(data, 'fields')}`,
  },
  'setup.done': {
    label: 'First administrator made',
    tell: ({ subject }) => `Set up the dashboard and made ${subject} its first administrator`,
  },
  'setup.failed': {
    label: 'Set-up refused',
    tell: ({ data }) => `Could not set the dashboard up${because(data)}`,
  },
  'user.invited': {
    label: 'Person invited',
    tell: ({ subject, data }) => `Invited ${subject} as ${of(data, 'role')}`,
  },
  'user.link-made': {
    label: 'One-time link made',
    tell: ({ subject }) => `Made a new one-time link for ${subject}`,
  },
  'user.role-changed': {
    label: 'Role changed',
    tell: ({ subject, data }) =>
      `Changed the role of ${subject} from ${of(data, 'before')} to ${of(data, 'role')}`,
  },
  'user.switched-off': {
    label: 'Person switched off',
    tell: ({ subject, data }) => `Switched ${subject} off; sessions ended: ${count(data, 'ended')}`,
  },
  'user.switched-on': {
    label: 'Person switched on',
    tell: ({ subject }) => `Switched ${subject} on`,
  },
  'account.added': {
    label: 'Account added',
    tell: ({ subject, data }) =>
      `Added the account ${subject} (${of(data, 'environment')}, key ${of(data, 'apiKey')})`,
  },
  'account.relabelled': {
    label: 'Account renamed',
    tell: ({ subject, data }) => `Renamed the account “${of(data, 'before')}” to ${subject}`,
  },
  'account.secret-replaced': {
    label: 'API secret replaced',
    tell: ({ subject }) => `Replaced the API secret of the account ${subject}`,
  },
  'account.checked': {
    label: 'Account checked',
    tell: ({ subject }) => `Checked the account ${subject}: Vonage takes its key`,
  },
  'account.check-failed': {
    label: 'Account check failed',
    tell: ({ subject, data }) => `Tried the key of the account ${subject} in vain${because(data)}`,
  },
  'account.removed': {
    label: 'Account removed',
    tell: ({ subject }) => `Removed the account ${subject} and its secret`,
  },
  'account.subaccounts-listed': {
    label: 'Sub-accounts listed',
    tell: ({ subject, data }) =>
      `Listed the sub-accounts of ${subject}: ${count(data, 'subaccounts')}`,
  },
  'report.created': {
    label: 'Report asked for',
    tell: ({ subject, data }) =>
      `Asked for the report ${subject}; requests: ${count(data, 'requests')}`,
  },
  'report.retried': {
    label: 'Report retried',
    tell: ({ subject }) => `Asked again for ${subject}, billed anew`,
  },
  'report.rest-asked': {
    label: 'Rest asked for',
    tell: ({ subject, data }) =>
      `Asked for what a cut off file of ${subject} lacks; requests: ${count(data, 'requests')}`,
  },
  'report.sent-again': {
    label: 'Report sent again',
    tell: ({ subject }) => `Sent an unconfirmed request of ${subject} again, knowing the risk`,
  },
  'report.refreshed': {
    label: 'Vonage asked now',
    tell: ({ subject }) => `Asked Vonage about ${subject} out of turn`,
  },
  'report.cancelled': {
    label: 'Report cancelled',
    tell: ({ subject }) => `Cancelled ${subject}`,
  },
  'report.adopted': {
    label: 'Report adopted',
    tell: ({ subject, data }) =>
      `Took over the report ${of(data, 'requestId')}, made elsewhere, as ${subject}`,
  },
  'file.downloaded': {
    label: 'File downloaded',
    tell: ({ subject, data }) => `Downloaded ${subject} as ${of(data, 'format')}`,
  },
  'file.deleted': {
    label: 'Archive deleted',
    tell: ({ subject }) => `Deleted the archive of ${subject}`,
  },
  'report.held': {
    label: 'Report put on hold',
    tell: ({ subject }) => `Put ${subject} on hold, so that its files stay`,
  },
  'report.released': {
    label: 'Report released',
    tell: ({ subject }) => `Released ${subject} from hold`,
  },
  'retention.set': {
    label: 'Retention set',
    tell: ({ subject, data }) =>
      data.keepDays
        ? `Set that files of the account ${subject} are kept for ${count(data, 'keepDays')} days`
        : `Set that files of the account ${subject} are kept for ever`,
  },
  'records.looked-up': {
    label: 'Records looked up',
    tell: ({ subject, data }) =>
      `Looked up ${of(data, 'product')} records of ${subject}; found: ${count(data, 'rows')}`,
  },
  'records.exported': {
    label: 'Records exported',
    tell: ({ subject }) => `Saved the looked-up records of ${subject} as CSV`,
  },
  'budget.set': {
    label: 'Budget set',
    tell: ({ subject, data }) =>
      `Set the budget of the account ${subject}: warn at ${of(data, 'warnAt') || 'nothing'}, stop at ${of(data, 'stopAt') || 'nothing'} ${of(data, 'currency')}`.trim(),
  },
  'budget.removed': {
    label: 'Budget removed',
    tell: ({ subject }) => `Removed the budget of the account ${subject}`,
  },
  'budget.passed': {
    label: 'Budget passed',
    tell: ({ subject }) => `Went past the hard stop of the account ${subject}`,
  },
  'spending.fetched': {
    label: 'Usage fetched',
    tell: ({ subject }) => `Fetched the reports usage of the account ${subject} from Vonage`,
  },
  'spending.exported': { label: 'Spending exported', tell: () => 'Saved the spending as CSV' },
  'audit.exported': {
    label: 'Audit exported',
    tell: ({ data }) => `Saved the audit as CSV${data.filter ? ` (${data.filter})` : ''}`,
  },
} as const satisfies Record<string, Kind>

export type AuditKind = keyof typeof auditKinds

export const auditKindNames = Object.keys(auditKinds) as AuditKind[]

/** The sentence of an entry; a kind of a later version is told by its name. */
export function tellAudit(kind: string, subjectName: string | null, data: AuditData): string {
  if (!Object.hasOwn(auditKinds, kind)) return kind
  const subject = subjectName ? `“${subjectName}”` : 'something without a name'
  return auditKinds[kind as AuditKind].tell({ subject, data })
}
