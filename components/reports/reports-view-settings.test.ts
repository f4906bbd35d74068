import { describe, expect, it } from 'vitest'
import { parseViewSettings, serializeViewSettings } from './reports-view-settings'

describe('view settings', () => {
  it('come back as they were stored', () => {
    const settings = { density: 'compact', hidden: ['size', 'when'] } as const
    expect(
      parseViewSettings(serializeViewSettings({ ...settings, hidden: ['size', 'when'] })),
    ).toEqual(settings)
  })

  it('survive a cookie of another time', () => {
    expect(parseViewSettings(undefined)).toEqual({ density: 'comfortable', hidden: [] })
    expect(parseViewSettings('huge.rows.gone.constructor')).toEqual({
      density: 'comfortable',
      hidden: ['rows'],
    })
  })
})
