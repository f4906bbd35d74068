'use client'

import { useEffect } from 'react'
import type { Theme } from '@/lib/schemas/theme'
import { applyTheme } from './apply-theme'

/** Keeps the browser at the theme that the person has chosen, on whatever browser that was. */
export function KeepTheme({ theme }: { theme: Theme }) {
  useEffect(() => applyTheme(theme), [theme])
  return null
}
