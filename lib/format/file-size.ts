const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A size in decimal units, as Vonage states its limits: "96 MB", "1.4 GB", "512 B". */
export function formatFileSize(bytes: number): string {
  let value = Math.max(0, bytes)
  let unit = 0
  // 999.5 would round to "1000 kB"; it belongs to the next unit.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${units[unit]}`
}
