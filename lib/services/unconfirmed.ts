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
