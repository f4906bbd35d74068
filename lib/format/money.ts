const formatters = new Map<string, Intl.NumberFormat>()

/**
 * Money with the locale's separators, exact to the last digit: "1,204.0004 EUR". Two decimals at least, and no currency
 * where Vonage names none. The currency stands as its code: signs are not unique.
 * @param amount decimal text
 * @param decimals round to at most so many, or to two digits where nothing would be left of it; exact, unless told
 */
export function formatMoney(
  amount: string,
  currency: string,
  locale: string,
  decimals?: number,
): string {
  const number = getFormatter(locale, howToRound(amount, decimals)).format(
    // As text, a decimal of any length is formatted without a detour over floating point.
    amount as `${number}`,
  )
  return currency ? `${number} ${currency}` : number
}

function howToRound(amount: string, decimals: number | undefined): Intl.NumberFormatOptions {
  if (decimals === undefined) return { minimumFractionDigits: 2, maximumFractionDigits: 20 }
  const size = Math.abs(Number(amount))
  return size > 0 && size < 10 ** -decimals
    ? { maximumSignificantDigits: 2 }
    : { minimumFractionDigits: 2, maximumFractionDigits: decimals }
}

function getFormatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, options)
  formatters.set(key, formatter)
  return formatter
}
