import { expect, it } from 'vitest'
import { drawSvg } from './draw-svg'
import type { BarPoint, BarSeries } from './stacked-bars'

const series: BarSeries[] = [
  { key: 'a', name: 'delivered', color: '' },
  { key: 'b', name: '<failed> & "x"', color: '' },
]
const format = (value: number) => String(value)

/** The heights of all bars. */
const heights = (svg: string) =>
  [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)" fill/g)].map(
    ([, height]) => Number(height),
  )

it('draws stacked columns in proportion, with title, legend and labels', () => {
  const points: BarPoint[] = [
    { label: '1 Jun', values: { a: 30, b: 10 } },
    { label: '2 Jun', values: { a: 60 } },
  ]
  const svg = drawSvg({ title: 'Records & more', kind: 'columns', series, points, format })
  const [first = 0, second = 0, third = 0] = heights(svg)
  expect(heights(svg)).toHaveLength(3)
  expect(first).toBeCloseTo(second * 3)
  expect(third).toBeCloseTo(first * 2)
  for (const words of [
    'Records &amp; more',
    '&lt;failed&gt; &amp; &quot;x&quot;',
    '1 Jun',
    '2 Jun',
  ])
    expect(svg).toContain(words)
})

it('marks its scale by whole numbers, and names as many columns as there is room for', () => {
  const points = Array.from({ length: 48 }, (_, index) => ({
    label: `20 Nov, ${index}:00`,
    values: { a: index === 0 ? 10 : 1 },
  }))
  const whole: number[] = []
  const svg = drawSvg({
    title: 't',
    kind: 'columns',
    series: series.slice(0, 1),
    points,
    format: (value) => {
      whole.push(value)
      return String(value)
    },
  })
  expect(whole).toEqual([0, 2, 4, 6, 8, 10])
  const names = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>20 Nov/g)].map(([, x]) => Number(x))
  expect(names.length).toBeGreaterThan(3)
  expect((names[1] ?? 0) - (names[0] ?? 0)).toBeGreaterThan(100)
})

it('draws a bar a row, the longest of all in full', () => {
  const points = [
    { label: 'Spain\0', values: { a: 8 } },
    { label: 'x'.repeat(90), values: { a: 2 } },
  ]
  const svg = drawSvg({ title: 't', kind: 'rows', series: series.slice(0, 1), points, format })
  const widths = [...svg.matchAll(/width="([\d.]+)" height="[\d.]+" fill="#5b3fd6"/g)].map(
    ([, one]) => Number(one),
  )
  expect(widths[0]).toBeCloseTo((widths[1] ?? 0) * 4)
  expect(svg).not.toContain('\0')
  expect(svg).toContain('…')
})

it('draws nothing of nothing', () => {
  expect(drawSvg({ title: 't', kind: 'columns', series, points: [], format })).toContain('</svg>')
  expect(drawSvg({ title: 't', kind: 'rows', series, points: [], format })).toContain('</svg>')
})
