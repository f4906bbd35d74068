import { Prose } from './prose'

const steps = [
  [
    'You ask.',
    'A report holds the records of one or more products, accounts and directions within a range of dates. Your request is stored before anything is sent, so closing the page or restarting the server loses nothing.',
  ],
  [
    'Vonage accepts.',
    'Each combination of product, account and direction becomes one request to Vonage. Vonage answers with an id of its own and begins to gather the records.',
  ],
  [
    'Vonage works.',
    'It takes 5 to 10 minutes for each million records. Vonage tells no progress, so the time left is a guess from earlier reports.',
  ],
  [
    'The file is kept.',
    'As soon as Vonage is done, its ZIP is copied here, checked to the last byte, hashed and counted. Vonage deletes its own copy after 72 hours; this one stays.',
  ],
] as const

/** The four steps of a report. */
export function HowItGoes() {
  return (
    <Prose>
      <p>
        Vonage keeps a record of every message, call and verification. It has no page on which to
        download them: its Reports API makes a file on request, and forgets it soon after. This
        dashboard asks, waits, fetches and keeps.
      </p>
      <ol className="grid list-decimal gap-2 pl-5 marker:text-ink-2">
        {steps.map(([title, text]) => (
          <li key={title}>
            <strong className="font-semibold">{title}</strong> {text}
          </li>
        ))}
      </ol>
    </Prose>
  )
}
