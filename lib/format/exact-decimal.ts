const pattern = /^(-?)(\d+)(?:\.(\d*))?$/

/** A number of `units` of 10^-`scale`. */
type Exact = { units: bigint; scale: number }

/** Money and its like as decimal text, counted exactly: floating point never touches it. */
function parse(text: string): Exact {
  const [, sign, whole, fraction = ''] = pattern.exec(text) ?? []
  if (whole === undefined) throw new Error(`Not a decimal: ${text}`)
  const units = BigInt(whole + fraction)
  return { units: sign ? -units : units, scale: fraction.length }
}

function write({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

function align(a: Exact, b: Exact): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

/** The sum, without zeros that say nothing: `1.50` and `0.5` are `2`. */
export function addDecimals(...texts: readonly string[]): string {
  let sum: Exact = { units: 0n, scale: 0 }
  for (const text of texts) {
    const [left, right, scale] = align(sum, parse(text))
    sum = { units: left + right, scale }
  }
  return write(sum)
}

/** The product of a decimal and a whole number. */
export function timesDecimal(text: string, count: number): string {
  const { units, scale } = parse(text)
  return write({ units: units * BigInt(count), scale })
}

/** Below, at or above zero as `a` is below, at or above `b`. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = align(parse(a), parse(b))
  return left < right ? -1 : left > right ? 1 : 0
}
