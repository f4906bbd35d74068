import type { OptionalColumn } from '@/lib/schemas/history-columns'

const belowLarge = { column: 'md:max-lg:hidden', told: 'hidden md:max-lg:block' }
const belowExtraLarge = { column: 'md:max-xl:hidden', told: 'hidden md:max-xl:block' }

/**
 * Which columns have no room in narrow windows, as classes: of the column, and of the words that tell so where columns are
 * chosen. Below 832 px rows are cards, which have their own rules.
 */
export const narrow: Record<OptionalColumn, { column: string; told: string }> = {
  range: belowLarge,
  rows: belowLarge,
  size: belowExtraLarge,
  'asked-by': { column: 'max-xl:hidden', told: 'hidden max-xl:block' },
  when: belowLarge,
}
