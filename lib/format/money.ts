const formatters = new Map<string, Intl.NumberFormat>()

/**
 * Money with the locale's separators, exact to the last digit: "1,204.0004 EUR". Two decimals at least, and no currency
 * where Vonage names none. The currency stands as its code: signs are not unique.
 * @param amount decimal text
 * @param decimals round to at most so many; exact, unless told
 */
export function formatMoney(
  amount: string,
  currency: string,
  locale: string,
  decimals = 20,
): string {
  const key = `${locale} ${decimals}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: decimals,
    })
    formatters.set(key, formatter)
  }
  // As text, a decimal of any length is formatted without a detour over floating point.
  const number = formatter.format(amount as `${number}`)
  return currency ? `${number} ${currency}` : number
}
