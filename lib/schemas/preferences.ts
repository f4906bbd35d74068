import { z } from 'zod'
import { type OptionalColumn, optionalColumns } from './history-columns'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

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
