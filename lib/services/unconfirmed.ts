/** Why a create whose answer did not come right leaves the request `unconfirmed`. */
export const unconfirmedProblem = {
  title: 'Vonage’s answer was lost on the way.',
  meaning:
    'Nobody knows whether Vonage made this report. If it did, its records are billed. It is not repeated by itself, since that could bill them twice.',
  nextStep:
    'Send again if you accept that risk, or cancel it here. The product Reports usage (free) lists what Vonage really made.',
}

/** When to look after the answer was lost, in milliseconds: Vonage does not say when a report shows in its usage. */
export const evidenceLooksMs = [15_000, 120_000, 900_000, 3_600_000]

/** From this look on (the third: a quarter of an hour) a report that is not listed was not merely slow to appear. */
export const settledLook = 2

export const notMadeTitle =
  'Vonage lists what was made since, and neither that list nor its usage has this report: it was surely not made.'

type Evidence = {
  /** Which look this was, from 0. */
  look: number
  isInUsage: boolean
  hasList: boolean
  /** Vonage's id of a listed report with the same words that is none of ours. */
  alike: string | null
}

/** What was found where, and what that means. */
export function describeEvidence({ look, isInUsage, hasList, alike }: Evidence): string {
  if (alike)
    return `Vonage lists a report with exactly these parameters since then, ${alike}, which nobody here asked for otherwise: it is most likely this one. To take it over, adopt it by that ID under Made elsewhere, and cancel this one here. Sending it again may bill it twice.`
  if (isInUsage)
    return 'Reports usage at Vonage lists a report of this product, account and range since then (it tells no direction or filters), so it was most likely made and billed, unless it is another report of yours. Sending it again may bill it twice.'
  const times = `${look + 1} ${look === 0 ? 'time' : 'times'}`
  const where = hasList
    ? 'Neither Vonage’s list of reports nor Reports usage has such a report so far'
    : 'Reports usage at Vonage lists no such report so far'
  return `${where} (looked ${times}). That makes it likely, not certain, that it was never made.`
}
