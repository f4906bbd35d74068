import type { BulkDeed, BulkOutcome } from '@/lib/schemas/selection'

type Words = { one: string; many: string; done: string; not: string; short: string; none: string }

const words: Record<BulkDeed, Words> = {
  cancel: {
    one: 'request',
    many: 'requests',
    done: 'cancelled, or Vonage is being told to stop',
    not: 'not cancelled',
    short: 'cancelled',
    none: 'nothing to cancel',
  },
  retry: {
    one: 'request',
    many: 'requests',
    done: 'asked for again',
    not: 'not asked for again',
    short: 'asked for again',
    none: 'nothing to retry',
  },
  delete: {
    one: 'file',
    many: 'files',
    done: 'deleted',
    not: 'not deleted',
    short: 'deleted',
    none: 'no file to delete',
  },
}

function count(value: number, { one, many }: Words): string {
  return `${value} ${value === 1 ? one : many}`
}

/** The whole, in a line: “3 files deleted, 1 not”. */
export function describeOutcome(deed: BulkDeed, outcomes: readonly BulkOutcome[]): string {
  const done = outcomes.reduce((sum, one) => sum + one.done, 0)
  const refused = outcomes.flatMap((one) => one.refused).reduce((sum, one) => sum + one.count, 0)
  const head = `${count(done, words[deed])} ${words[deed].short}`
  return refused > 0 ? `${head}, ${refused} not` : head
}

/** What came of one report. */
export function describeReport(
  deed: BulkDeed,
  { done, refused }: BulkOutcome,
): { isDone: boolean; text: string }[] {
  const said = words[deed]
  return [
    ...(done > 0 ? [{ isDone: true, text: `${count(done, said)} ${said.done}.` }] : []),
    ...refused.map(({ why, count: number }) => ({
      isDone: false,
      text: `${count(number, said)} ${said.not}: ${why}`,
    })),
  ]
}

/** The reports that there was nothing to do to: “2 reports had nothing to cancel.” Empty where there are none. */
export function describeUntouched(deed: BulkDeed, outcomes: readonly BulkOutcome[]): string {
  const untouched = outcomes.filter(isUntouched).length
  if (untouched === 0) return ''
  return `${untouched} ${untouched === 1 ? 'report' : 'reports'} had ${words[deed].none}.`
}

export function isUntouched({ done, refused }: BulkOutcome): boolean {
  return done === 0 && refused.length === 0
}
