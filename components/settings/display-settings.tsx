'use client'

import { useState } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useFormat } from '@/components/format/format-context'
import { applyTheme } from '@/components/shell/apply-theme'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { useToast } from '@/components/ui/toaster'
import { listTimeZones } from '@/lib/format/time-zone'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { Density } from '@/lib/schemas/preferences'
import type { Theme } from '@/lib/schemas/theme'
import type { SettingsActions } from './settings-actions'

const themeOptions = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
] as const

const densityOptions = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

/** What the combobox calls the empty choice. */
const browsers = 'browser'

/** How pages look for the person, on every browser. Each choice is kept at once. */
export function DisplaySettings({
  theme: firstTheme,
  timeZone: firstZone,
  density: firstDensity,
  changeTheme,
  changeTimeZone,
  changePreferences,
}: {
  theme: Theme
  /** Null: as the browser has it. */
  timeZone: string | null
  density: Density
} & Pick<SettingsActions, 'changeTheme' | 'changeTimeZone' | 'changePreferences'>) {
  const { renderedAt } = useFormat()
  const [theme, setTheme] = useState(firstTheme)
  const [density, setDensity] = useState(firstDensity)
  const [zone, setZone] = useState(firstZone ?? browsers)
  const toast = useToast()
  const zones = [
    {
      value: browsers,
      label: 'As the browser has it',
      description: 'Follows you when you travel',
      group: 'Automatic',
    },
    ...listTimeZones(renderedAt),
  ]

  async function keep(what: string, call: () => Promise<ActionResult<unknown>>, undo: () => void) {
    const result = await runAction(call, 'Try again.')
    if (result.ok) return toast({ tone: 'positive', title: `${what} changed` })
    undo()
    toast({ tone: 'negative', title: `${what} not changed`, text: result.message })
  }

  function chooseTheme(next: Theme) {
    setTheme(next)
    applyTheme(next)
    void keep(
      'Theme',
      () => changeTheme({ theme: next }),
      () => {
        setTheme(theme)
        applyTheme(theme)
      },
    )
  }

  function chooseDensity(next: Density) {
    setDensity(next)
    void keep(
      'Density',
      () => changePreferences({ density: next }),
      () => setDensity(density),
    )
  }

  function chooseZone(next: string) {
    if (next === zone) return
    setZone(next)
    const timeZone = next === browsers ? '' : next
    void keep(
      'Time zone',
      () => changeTimeZone({ timeZone }),
      () => setZone(zone),
    )
  }

  return (
    <div className="grid gap-5">
      <RadioGroup
        label="Theme"
        options={themeOptions}
        value={theme}
        onChange={chooseTheme}
        segmented
      />
      <RadioGroup
        label="Rows of tables"
        options={densityOptions}
        value={density}
        onChange={chooseDensity}
        segmented
      />
      <Field label="Time zone" hint="Times are shown in it, and new reports begin with it.">
        <Combobox options={zones} value={zone} onChange={chooseZone} />
      </Field>
    </div>
  )
}
