import { expect, test } from 'vitest'
import { preferencesSchema } from './preferences'

test('what was kept is read as far as it is known', () => {
  expect(preferencesSchema.parse({})).toEqual({ density: 'comfortable', hiddenColumns: [] })
  expect(
    preferencesSchema.parse({ density: 'compact', hiddenColumns: ['rows', 'gone', 7], later: 1 }),
  ).toEqual({ density: 'compact', hiddenColumns: ['rows'] })
  expect(preferencesSchema.parse({ density: 'tiny', hiddenColumns: 'rows' })).toEqual({
    density: 'comfortable',
    hiddenColumns: [],
  })
})
