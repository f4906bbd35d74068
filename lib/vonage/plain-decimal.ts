const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/** As many digits as the database keeps before and after the point. */
const most = { whole: 35, fraction: 30 }

/**
 * A decimal as the database takes it, digit for digit: "1.2e-7" is "0.00000012". Null for what is no number, or has more
 * digits than can be kept.
 */
export function toPlainDecimal(text: string): string | null {
  const [all, sign = '', whole = '', fraction = '', exponent = '0'] =
    pattern.exec(text.trim()) ?? []
  if (all === undefined || whole + fraction === '') return null
  const point = whole.length + Number(exponent)
  const digits = (whole + fraction).padStart(
    point < 0 ? whole.length + fraction.length - point : 0,
    '0',
  )
  const at = Math.max(point, 0)
  const left =
    digits
      .slice(0, at)
      .padEnd(at, '0')
      .replace(/^0+(?=\d)/, '') || '0'
  const right = digits.slice(at).replace(/0+$/, '')
  if (left.length > most.whole || right.length > most.fraction) return null
  const value = right === '' ? left : `${left}.${right}`
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value
}
