import { Prose } from './prose'

const faults = [
  [
    'Vonage refuses the account’s key',
    'The secret was changed or revoked, or the account may not use the Reports API. Its requests stand still and lose nothing. An admin replaces the secret under Accounts; then they go on by themselves.',
  ],
  [
    'Rejected',
    'Vonage did not like a value, and names it on the report’s page. Nothing was billed. Duplicate the report and correct it.',
  ],
  [
    'Unconfirmed',
    'The connection broke while the request was being sent. Sending it again may bill the records twice, so it waits for you. Its page shows what Vonage’s usage list says about it.',
  ],
  [
    'Ready, truncated',
    'There were more rows than a file may hold, and Vonage left the rest out. The file that came is kept; ask for the missing days separately.',
  ],
  [
    'Too many requests',
    'Another program uses the same API key. The dashboard waits and tries again; nothing is lost.',
  ],
  [
    'Vonage doesn’t know the report any more',
    'More than 4 days have passed, or the key has lost a right. A file that is kept here is not touched by it.',
  ],
  [
    'A message about a report that you can’t explain',
    'Each error of Vonage carries an id, shown on the report’s page as “instance”. Vonage’s support can look it up.',
  ],
] as const

/** The faults that people meet, what they mean, and what to do. */
export function WhenItFails() {
  return (
    <Prose>
      <dl className="grid gap-3">
        {faults.map(([title, text]) => (
          <div key={title}>
            <dt className="font-medium">{title}</dt>
            <dd className="text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  )
}
