import { Prose } from './prose'

/** Billing by Vonage, in plain words. */
export function WhatItCosts() {
  return (
    <Prose>
      <ul className="grid list-disc gap-2 pl-5 marker:text-ink-2">
        <li>
          Vonage bills <strong className="font-semibold">each record</strong> in a report. The price
          for a record depends on your contract: per record with volume tiers, or a monthly
          subscription.
        </li>
        <li>
          The same records asked for twice are{' '}
          <strong className="font-semibold">billed twice</strong>. Vonage can’t tell that it was a
          mistake. Downloading a file that is kept here costs nothing, however often you do it.
        </li>
        <li>
          A retry of a failed or expired report is a new request, billed anew. A rejected request
          costs nothing.
        </li>
        <li>
          Cancelling stops Vonage’s work. Records that were gathered before may still be billed.
        </li>
        <li>
          A report of the product Reports usage is free. It lists what Vonage charged for reports,
          those made elsewhere included.
        </li>
        <li>
          An empty report has no records, and so nothing is billed for it. A narrower range or a
          filter makes a report smaller, and cheaper.
        </li>
      </ul>
    </Prose>
  )
}
