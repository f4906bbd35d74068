import { z } from 'zod'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Columns of the history that may be hidden, by id, with their names. */
export const optionalColumns = {
  range: 'Range',
  rows: 'Rows',
  size: 'Size',
  'asked-by': 'Asked by',
  when: 'When',
} as const
export type OptionalColumn = keyof typeof optionalColumns

const column = z.enum(Object.keys(optionalColumns) as [OptionalColumn, ...OptionalColumn[]])

/** How a person likes tables, whatever browser they use. What an older or later version kept is read as far as it goes. */
export const preferencesSchema = z.object({
  density: z.enum(densities).catch('comfortable').default('comfortable'),
  hiddenColumns: z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((names) => names.filter((name) => column.safeParse(name).success))
    .pipe(z.array(column)),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const changePreferencesSchema = z.object({
  density: z.enum(densities).optional(),
  hiddenColumns: z.array(column).max(20).optional(),
})
