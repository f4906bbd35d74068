import { expect, it } from 'vitest'
import { noTime, othersKey, toVolumeTable } from './volume-series'

const at = '2026-06-01T00:00:00.000Z'
const point = (value: string | null, records: number, time: string | null = at) => ({
  at: time,
  value,
  records,
})

it('tells the most frequent apart, and loses no record', () => {
  const points = [
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value, index) => point(value, 10 - index)),
    point(null, 100),
    point('g', 50, null),
    point('', 3),
  ]
  const { series, counts, total } = toVolumeTable(points)
  expect(series.map(({ key }) => key)).toEqual(['g', 'a', 'b', 'c', 'd', othersKey])
  expect(counts.get('2026-06-01T00:00:00Z')).toEqual({
    a: 10,
    b: 9,
    c: 8,
    d: 7,
    g: 4,
    [othersKey]: 100 + 6 + 5 + 3,
  })
  expect(counts.get(noTime)).toEqual({ g: 50 })
  const shown = [...counts.values()].flatMap((row) => Object.values(row))
  expect(shown.reduce((sum, one) => sum + one, 0)).toBe(total)
})

it('has no “others” where there are few', () => {
  const { series } = toVolumeTable([point('', 1), point('x', 2)])
  expect(series).toMatchObject([
    { key: 'x', name: 'x' },
    { key: '', name: 'empty' },
  ])
})
