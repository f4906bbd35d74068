import type { OptionalColumn } from '@/lib/schemas/history-columns'

const belowLarge = { column: 'sm:max-lg:hidden', told: 'hidden sm:max-lg:block' }
const belowExtraLarge = { column: 'sm:max-xl:hidden', told: 'hidden sm:max-xl:block' }

/**
 * Which columns have no room in narrow windows, as classes: of the column, and of the words that tell so where columns are
 * chosen. Below 640 px rows are cards, which have their own rules.
 */
export const narrow: Record<OptionalColumn, { column: string; told: string }> = {
  range: belowLarge,
  rows: belowLarge,
  size: belowExtraLarge,
  'asked-by': { column: 'max-xl:hidden', told: 'hidden max-xl:block' },
  when: belowExtraLarge,
}
