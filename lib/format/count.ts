const formatters = new Map<string, Intl.NumberFormat>()

/** A whole number with the locale's separators: "1,204,311". */
export function formatCount(value: number, locale: string): string {
  let formatter = formatters.get(locale)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    formatters.set(locale, formatter)
  }
  return formatter.format(value)
}
