import type { Span } from './cover-range'

/** An earlier file: how many records a stretch of time had. */
export type PastRecords = Span & { rows: number }

/** How many records are to be expected, and between which bounds nine in ten such guesses should lie. */
export type RecordEstimate = {
  records: number
  low: number
  high: number
  /** How many earlier files it rests on. */
  files: number
}

const day = 24 * 3600_000
/** After so long, what an earlier file says counts half. */
const halfLife = 60 * day
/** 5 % at each end, of a normal distribution. */
const spread = 1.645

/** What earlier files tell of a series of records, as seen from some range. */
export type Traffic = { files: readonly PastRecords[]; rates: number[]; margin: number }

/**
 * Learns from earlier files how many records there are on each weekday (UTC), nearer files counting more. How far the
 * files are from what the same rates say of them gives the uncertainty; few files widen it.
 * @param around where the guesses will be wanted
 * @returns null when there is no earlier file
 */
export function learnTraffic(past: readonly PastRecords[], around: Span): Traffic | null {
  const files = distinct(past).filter((file) => file.to > file.from)
  if (files.length === 0) return null
  const middle = (around.from + around.to) / 2
  const weighed = files.map((file) => ({
    rows: file.rows,
    days: countWeekdays(file),
    weight: 0.5 ** (Math.abs((file.from + file.to) / 2 - middle) / halfLife),
  }))
  const rates = fitRates(weighed)
  return { files, rates, margin: findMargin(weighed, rates) }
}

/** Guesses how many records a range has. The further it is from any file, the wider the bounds. */
export function estimateRecords(asked: Span, { files, rates, margin }: Traffic): RecordEstimate {
  const expected = predict(rates, countWeekdays(asked))
  const wide = 1 + margin + Math.min(1, distance(asked, files) / (180 * day))
  return {
    records: Math.round(expected),
    low: Math.floor(expected / wide),
    high: Math.ceil(expected * wide),
    files: files.length,
  }
}

type Weighed = { rows: number; days: number[]; weight: number }

/** A range that was fetched twice tells nothing new. */
function distinct(past: readonly PastRecords[]): PastRecords[] {
  return [...new Map(past.map((file) => [`${file.from} ${file.to}`, file])).values()]
}

/** How many days of each weekday, from Sunday, a stretch holds; in UTC. */
function countWeekdays({ from, to }: Span): number[] {
  const counts = Array<number>(7).fill(Math.floor((to - from) / (7 * day)))
  for (let at = from + (counts[0] as number) * 7 * day; at < to; ) {
    const next = Math.min(to, (Math.floor(at / day) + 1) * day)
    const weekday = (Math.floor(at / day) + 4) % 7
    counts[weekday] = (counts[weekday] as number) + (next - at) / day
    at = next
  }
  return counts
}

function predict(rates: readonly number[], days: readonly number[]): number {
  return rates.reduce((sum, rate, weekday) => sum + rate * (days[weekday] as number), 0)
}

/**
 * The rates under which the files are most likely (expectation maximisation for Poisson counts). A weekday that no file
 * tells apart stays at the mean.
 */
function fitRates(files: readonly Weighed[]): number[] {
  const sum = (of: (file: Weighed) => number) => files.reduce((total, file) => total + of(file), 0)
  const mean =
    sum((file) => file.weight * file.rows) /
    sum((file) => file.weight * file.days.reduce((a, b) => a + b, 0))
  let rates = Array<number>(7).fill(mean)
  if (mean === 0) return rates
  // A little of a day at the mean holds down what rests on almost nothing.
  const prior = 0.03
  for (let round = 0; round < 40; round++) {
    const told = files.map((file) => {
      const said = predict(rates, file.days)
      return said > 0 ? file.rows / said : 0
    })
    rates = rates.map((rate, weekday) => {
      const days = (file: Weighed) => file.weight * (file.days[weekday] as number)
      const seen = files.reduce((total, file, i) => total + days(file) * (told[i] as number), 0)
      return (rate * seen + prior * mean) / (sum(days) + prior)
    })
  }
  return rates
}

/** How far off a guess may be, as a part of it. */
function findMargin(files: readonly Weighed[], rates: readonly number[]): number {
  const total = files.reduce((sum, { weight }) => sum + weight, 0)
  const squares = files.reduce((sum, { rows, days, weight }) => {
    const said = predict(rates, days)
    return sum + weight * (said > 0 ? rows / said - 1 : 0) ** 2
  }, 0)
  const n = files.length
  // Up to seven rates are fitted: few files always look better than they are.
  const seen = n > 2 ? Math.sqrt((squares / total) * (n / Math.max(1, n - Math.min(7, n / 2)))) : 0
  const least = n === 1 ? 0.3 : n < 4 ? 0.2 : n < 8 ? 0.1 : 0.05
  return spread * Math.max(seen, least)
}

/** How long it is to the nearest file. */
function distance(asked: Span, files: readonly Span[]): number {
  return Math.min(...files.map(({ from, to }) => Math.max(0, from - asked.to, asked.from - to)))
}
