'use client'

import { createContext, useContext } from 'react'
import type { Density } from '@/lib/schemas/preferences'

/** The density of every table below that has none of its own. */
export const DensityContext = createContext<Density>('comfortable')

export function useDensity(): Density {
  return useContext(DensityContext)
}
