import { formatCount } from '@/lib/format/count'
import { formatDateTime } from '@/lib/format/date-time'
import { formatFileSize } from '@/lib/format/file-size'
import { formatMoney } from '@/lib/format/money'
import type { BulkDeed, RetryCost, SelectedReport, SelectionPreview } from '@/lib/schemas/selection'

/** What a deed would mean for a selection. `null`: it can be done to none of it, and `left` says why. */
export type BulkWords = {
  title: string
  lost: string[]
  stays: string[]
  confirm: string
  keep: string
  danger: boolean
} | null

type Format = { locale: string; timeZone: string }

/** Says what would happen to how many, what it costs, what is lost and what stays. */
export function describeBulk(
  deed: BulkDeed,
  { reports, retryCost }: Pick<SelectionPreview, 'reports' | 'retryCost'>,
  format: Format,
): { words: BulkWords; left: string[] } {
  const say = createSay(format)
  if (deed === 'cancel') return describeCancel(reports, say)
  if (deed === 'retry') return describeRetry(reports, retryCost, say)
  return describeDelete(reports, say)
}

type Say = ReturnType<typeof createSay>

function createSay({ locale, timeZone }: Format) {
  const count = (value: number) => formatCount(value, locale)
  return {
    count,
    /** “1 file”, “3 files”. */
    of: (value: number, one: string, many = `${one}s`) =>
      `${count(value)} ${value === 1 ? one : many}`,
    money: (amount: string, currency: string) => formatMoney(amount, currency, locale, 2),
    time: (iso: string) => formatDateTime(iso, timeZone),
  }
}

function add(reports: readonly SelectedReport[], of: (report: SelectedReport) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0)
}

/** “3 of 5 reports”, or “3 reports” where it is all of them. */
function share(reached: number, all: number, say: Say): string {
  return reached === all
    ? say.of(all, 'report')
    : `${say.count(reached)} of ${say.of(all, 'report')}`
}

function describeCancel(reports: readonly SelectedReport[], say: Say) {
  const reached = reports.filter(({ cancel }) => cancel.requests > 0)
  const others = reports.length - reached.length
  const left =
    others === 0
      ? []
      : [
          `${say.of(others, 'report')} can’t be cancelled: ${others === 1 ? 'it has' : 'they have'} ended, or Vonage has finished already.`,
        ]
  if (reached.length === 0) return { words: null, left }
  const requests = add(reached, ({ cancel }) => cancel.requests)
  const unsent = add(reached, ({ cancel }) => cancel.unsent)
  const unconfirmed = add(reached, ({ cancel }) => cancel.unconfirmed)
  const atVonage = requests - unsent - unconfirmed
  const isBilled = requests - unsent > add(reached, ({ cancel }) => cancel.free)
  const lost = [
    unsent > 0 &&
      `${say.of(unsent, 'request')} ${unsent === 1 ? 'is' : 'are'} not sent, so there is no file and no bill.`,
    atVonage > 0 &&
      `Vonage is told to stop ${say.of(atVonage, 'request')}. There is no file, unless it finishes first.`,
    unconfirmed > 0 &&
      `${say.of(unconfirmed, 'unconfirmed request')} ${unconfirmed === 1 ? 'is' : 'are'} given up here. If Vonage made ${unconfirmed === 1 ? 'its report' : 'their reports'}, the file is not fetched.`,
    isBilled && 'Whether Vonage bills what it made until then is not known.',
  ]
  return {
    left,
    words: {
      title: `Cancel ${share(reached.length, reports.length, say)}?`,
      lost: lost.filter((line) => line !== false),
      stays: ['What is archived already, and every line of the timeline.'],
      confirm:
        reached.length === 1 ? 'Cancel report' : `Cancel ${say.of(reached.length, 'report')}`,
      keep: reached.length === 1 ? 'Let it run' : 'Let them run',
      danger: true,
    },
  }
}

function describeRetry(reports: readonly SelectedReport[], cost: RetryCost | null, say: Say) {
  const requests = add(reports, ({ retry }) => retry.requests)
  const rejected = add(reports, ({ retry }) => retry.rejected)
  const untouched = reports.filter(({ retry }) => retry.requests + retry.rejected === 0).length
  const left = [
    rejected > 0 &&
      `${say.of(rejected, 'rejected request')} would be refused again as ${rejected === 1 ? 'it is' : 'they are'}. Duplicate ${rejected === 1 ? 'its report and correct it' : 'their reports and correct them'}.`,
    untouched > 0 &&
      `${say.of(untouched, 'report')} ${untouched === 1 ? 'has' : 'have'} nothing that failed.`,
  ].filter((line) => line !== false)
  if (requests === 0) return { words: null, left }
  const isFree = add(reports, ({ retry }) => retry.free) === requests
  const reached = reports.filter(({ retry }) => retry.requests > 0).length
  return {
    left,
    words: {
      title: `Ask again for ${say.of(requests, 'request')} of ${say.of(reached, 'report')}?`,
      lost: isFree ? [] : describeCost(cost, say),
      stays: [
        'Ranges, filters and options are sent as they were, and what failed stays in the timeline.',
        ...(isFree ? ['Nothing is billed.'] : []),
      ],
      confirm: requests === 1 ? 'Retry request' : `Retry ${say.of(requests, 'request')}`,
      keep: 'Don’t retry',
      danger: false,
    },
  }
}

function describeCost(cost: RetryCost | null, say: Say): string[] {
  if (!cost) return ['Vonage bills each record anew.']
  const { records, withoutRecords, withoutPrice, prices } = cost
  const money = prices.map(({ price, currency }) => say.money(price, currency)).join(' and ')
  const about = [
    records > 0 && `about ${say.of(Math.round(records), 'record')}`,
    money && `about ${money}`,
  ].filter(Boolean)
  const unknown = Math.max(withoutRecords, withoutPrice)
  return [
    `Vonage bills each record anew${about.length > 0 ? `: ${about.join(', ')}` : ''}.`,
    ...(unknown > 0
      ? [
          `What ${say.of(unknown, 'request')} may cost is not known: there is nothing like ${unknown === 1 ? 'it' : 'them'} to go by.`,
        ]
      : []),
  ]
}

function describeDelete(reports: readonly SelectedReport[], say: Say) {
  const files = add(reports, (report) => report.delete.count)
  const needed = add(reports, (report) => report.delete.needed)
  const by = [...new Set(reports.flatMap((report) => report.delete.neededBy))]
  const without = reports.filter(
    (report) => report.delete.count + report.delete.needed === 0,
  ).length
  const left = [
    needed > 0 &&
      `${say.of(needed, 'file')} ${needed === 1 ? 'stays' : 'stay'}: ${nameSome(by, say)} ${by.length === 1 ? 'takes' : 'take'} records from ${needed === 1 ? 'it' : 'them'}.`,
    without > 0 &&
      `${say.of(without, 'report')} ${without === 1 ? 'has' : 'have'} no file of ${without === 1 ? 'its' : 'their'} own here.`,
  ].filter((line) => line !== false)
  if (files === 0) return { words: null, left }
  const rows = add(reports, (report) => report.delete.rows)
  const bytes = add(reports, (report) => report.delete.bytes)
  const reached = reports.filter((report) => report.delete.count > 0).length
  return {
    left,
    words: {
      title: `Delete ${say.of(files, 'file')} of ${say.of(reached, 'report')}?`,
      lost: [
        `${say.of(rows, 'row')}, ${formatFileSize(bytes)}. Only a backup of the archive store brings ${files === 1 ? 'it' : 'them'} back.`,
        tellVonage(reports, files, say),
      ],
      stays: [
        files === 1
          ? 'Its hash, size, number of rows and timeline.'
          : 'Their hashes, sizes, numbers of rows and timelines.',
      ],
      confirm: files === 1 ? 'Delete file' : `Delete ${say.of(files, 'file')}`,
      keep: files === 1 ? 'Keep it' : 'Keep them',
      danger: true,
    },
  }
}

/** What of the files Vonage still has: it is not fetched again, and asking anew is billed. */
function tellVonage(reports: readonly SelectedReport[], files: number, say: Say): string {
  const atVonage = add(reports, (report) => report.delete.atVonage)
  const [until] = reports.flatMap((report) => report.delete.vonageUntil ?? []).sort()
  if (atVonage === 0 || until === undefined)
    return `Vonage does not have ${files === 1 ? 'it' : 'them'} any more. To ask for the same records again is billed anew.`
  const all = files === 1 ? 'it' : 'them'
  const which = atVonage === files ? all : `${say.count(atVonage)} of them`
  return `Vonage has its copy of ${which} until ${say.time(until)}, but it is not fetched again by itself. To ask for the same records anew is billed.`
}

function nameSome(titles: readonly string[], say: Say): string {
  const [first, second, ...more] = titles.map((title) => `“${title}”`)
  if (second === undefined) return first ?? ''
  return more.length === 0
    ? `${first} and ${second}`
    : `${first}, ${second} and ${say.count(more.length)} more`
}
