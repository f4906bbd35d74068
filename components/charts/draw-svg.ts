import type { DrawnChart } from './drawn-chart'

// A picture is for documents, so it is light whatever the page is, and its colours are what every program reads.
const inks = { ground: '#ffffff', ink: '#1d1f27', soft: '#5b5e6b', line: '#e3e4ea' }
const parts = ['#5b3fd6', '#2fa6b8', '#d9a13b', '#c8435a', '#2f6b4a', '#b9bbc4']
const width = 960
const height = 480
const font = 'system-ui, sans-serif'

/** A chart as a picture that stands by itself: title, legend, scale and bars. */
export function drawSvg(chart: DrawnChart): string {
  const legend = chart.series.length > 1 ? drawLegend(chart) : ''
  const body = chart.kind === 'columns' ? drawColumns(chart) : drawRows(chart)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="13">
<title>${quote(chart.title)}</title>
<rect width="${width}" height="${height}" fill="${inks.ground}"/>
${text(24, 34, chart.title, { size: 16, weight: 600 })}
${legend}${body}
</svg>`
}

/** Where the bars stand. */
const field = { left: 96, right: 24, top: 84, bottom: 44 }
const fieldWidth = width - field.left - field.right
/** How wide a letter is at most, mostly. */
const letter = 8
const fieldHeight = height - field.top - field.bottom

function drawColumns({ points, series, format }: DrawnChart): string {
  const sums = points.map(({ values }) =>
    series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0),
  )
  const top = niceTop(Math.max(0, ...sums))
  const step = fieldWidth / Math.max(1, points.length)
  const marks = countMarks(top)
  const scale = Array.from({ length: marks + 1 }, (_, mark) => mark / marks).map((part) => {
    const y = field.top + fieldHeight * (1 - part)
    return `<path d="M${field.left} ${round(y)}H${width - field.right}" stroke="${inks.line}"/>${text(field.left - 8, y + 4, format(top * part), { anchor: 'end', fill: inks.soft })}`
  })
  const longest = Math.max(1, ...points.map(({ label }) => label.length))
  const labels = Math.max(1, Math.floor(fieldWidth / (longest * letter + 16)))
  const every = Math.ceil(points.length / labels)
  const bars = points.map(({ label, values }, index) => {
    let y = field.top + fieldHeight
    const rects = series.map(({ key }, part) => {
      const size = ((values[key] ?? 0) / top) * fieldHeight
      y -= size
      return size > 0
        ? `<rect x="${round(field.left + step * (index + 0.1))}" y="${round(y)}" width="${round(step * 0.8)}" height="${round(size)}" fill="${colorOf(part, series.length)}"/>`
        : ''
    })
    const name =
      index % every === 0
        ? text(field.left + step * (index + 0.5), height - field.bottom + 20, label, {
            anchor: 'middle',
            fill: inks.soft,
          })
        : ''
    return rects.join('') + name
  })
  return [...scale, ...bars].join('\n')
}

const mostRows = 15
const nameWidth = 260

function drawRows({ points, series, format }: DrawnChart): string {
  const shown = points.slice(0, mostRows)
  const key = series[0]?.key ?? ''
  const top = Math.max(1e-12, ...shown.map(({ values }) => values[key] ?? 0))
  const step = Math.min(32, (height - field.top - 16) / Math.max(1, shown.length))
  const room = width - nameWidth - 24 - 140
  return shown
    .map(({ label, values }, index) => {
      const value = values[key] ?? 0
      const y = field.top - 8 + step * index
      const size = (value / top) * room
      return [
        text(nameWidth, y + step / 2 + 4, shorten(label), { anchor: 'end' }),
        `<rect x="${nameWidth + 12}" y="${round(y + step * 0.15)}" width="${round(Math.max(1, size))}" height="${round(step * 0.7)}" fill="${parts[0]}"/>`,
        text(nameWidth + 20 + size, y + step / 2 + 4, format(value), { fill: inks.soft }),
      ].join('')
    })
    .join('\n')
}

function drawLegend({ series }: DrawnChart): string {
  let x = 24
  return series
    .map(({ name }, index) => {
      const at = x
      x += 34 + name.length * 7
      return `<rect x="${at}" y="50" width="11" height="11" rx="2" fill="${colorOf(index, series.length)}"/>${text(at + 17, 60, name, { fill: inks.soft })}`
    })
    .join('')
}

function colorOf(index: number, count: number): string {
  return count === 1 ? (parts[0] ?? '') : (parts[index % parts.length] ?? '')
}

function niceTop(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 5, 8, 10].map((part) => part * power).find((top) => top >= value) ?? value
}

/** Steps of the scale, so that each of a count is a whole number. */
function countMarks(top: number): number {
  if (top < 4) return Number.isInteger(top) ? top : 4
  return top % 4 === 0 ? 4 : 5
}

function shorten(label: string): string {
  return label.length > 36 ? `${label.slice(0, 35)}…` : label
}

function text(
  x: number,
  y: number,
  words: string,
  {
    size,
    weight,
    anchor,
    fill = inks.ink,
  }: { size?: number; weight?: number; anchor?: string; fill?: string } = {},
): string {
  const more = [
    size && ` font-size="${size}"`,
    weight && ` font-weight="${weight}"`,
    anchor && ` text-anchor="${anchor}"`,
  ]
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${more.filter(Boolean).join('')}>${quote(words)}</text>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

// What XML can't hold, such as a stray half of a character pair, would break the picture.
const notInXml = /[\p{Surrogate}\ufffe\uffff]|(?![\t\n\r])\p{Control}/gu

function quote(words: string): string {
  return words
    .replaceAll(notInXml, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
