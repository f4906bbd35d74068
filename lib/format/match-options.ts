export type SearchableOption = { value: string; label: string; description?: string }

/**
 * The options that fit what was typed, best first: the exact value or label, then a beginning, a
 * word's beginning, any part of label or value, the description. Without text, all in their order.
 */
export function matchOptions<T extends SearchableOption>(
  options: readonly T[],
  typed: string,
): T[] {
  const query = fold(typed)
  if (query === '') return [...options]
  return options
    .map((option, index) => ({ option, index, rank: rankOption(option, query) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || a.index - b.index)
    .map(({ option }) => option)
}

/** The one option whose value or label is exactly this text, whatever the case. */
export function findExactOption<T extends SearchableOption>(
  options: readonly T[],
  typed: string,
): T | undefined {
  const query = fold(typed)
  return (
    options.find((option) => fold(option.value) === query) ??
    options.find((option) => fold(option.label) === query)
  )
}

function rankOption(option: SearchableOption, query: string): number | null {
  const names = [fold(option.value), fold(option.label)]
  if (names.includes(query)) return 0
  if (names.some((name) => name.startsWith(query))) return 1
  if (names.some((name) => name.includes(` ${query}`))) return 2
  if (names.some((name) => name.includes(query))) return 3
  return fold(option.description ?? '').includes(query) ? 4 : null
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s_/-]+/g, ' ')
    .trim()
}
