import { z } from 'zod'
import { lineOfText } from './text'
import { themes } from './theme'
import { isTimeZone } from './time-zone'

export const nameSchema = lineOfText(80).min(1, 'Type your name.')

export const changeNameSchema = z.object({ name: nameSchema })
export const changeThemeSchema = z.object({ theme: z.enum(themes) })
export const changeTimeZoneSchema = z.object({
  /** Empty: as the browser has it. */
  timeZone: z
    .literal('')
    .or(z.string().refine(isTimeZone, 'This time zone is unknown. Choose one of the list.')),
})

export type OwnSettings = { name: string; theme: string | null; timeZone: string | null }
