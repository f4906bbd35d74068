import { Prose } from './prose'

/** The form of Vonage's files, for whoever opens one for the first time. */
export function TheFile() {
  return (
    <Prose>
      <ul className="grid list-disc gap-2 pl-5 marker:text-ink-2">
        <li>
          A ZIP with one CSV: UTF-8, commas, every field in quotes, a header in the first row. Texts
          may hold line breaks, so a line is not always a row.
        </li>
        <li>
          Times are in UTC. The range of a report goes by when Vonage received the message, or when
          the call began. The end is exclusive: “1–30 June” here covers all of 30 June.
        </li>
        <li>
          Prices are in the account’s currency. Vonage leaves the currency empty for some products;
          that is no fault of the file.
        </li>
        <li>
          Columns come and go over time, and their order may change: go by the name in the header.
        </li>
        <li>
          <code>REDACTED</code> stands where the text or number was removed at your own request to
          Vonage.
        </li>
        <li>
          Texts, senders and references were written by third parties. A spreadsheet may take one
          for a formula: open files of unknown origin as text.
        </li>
      </ul>
    </Prose>
  )
}
