const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const

/**
 * A length of time in its two largest units: "7 min 9 s", "2 d 3 h", "12 s". Whole seconds,
 * rounded down; negative lengths count as nothing.
 *
 * @param milliseconds length
 */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const first = units.findIndex(([, size]) => seconds >= size)
  if (first === -1) return '0 s'
  let rest = seconds
  const words: string[] = []
  for (const [name, size] of units.slice(first, first + 2)) {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    if (amount > 0) words.push(`${amount} ${name}`)
  }
  return words.join(' ')
}
