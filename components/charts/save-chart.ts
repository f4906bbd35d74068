import { chartCsv } from './chart-csv'
import { drawSvg } from './draw-svg'
import type { ChartTable, DrawnChart } from './drawn-chart'

export type ChartFormat = 'png' | 'svg' | 'csv'

/** Dots for a pixel, so that a picture is sharp in print. */
const density = 2

/** Saves a chart as a file. @throws Error when the browser can’t draw it */
export async function saveChart(
  format: ChartFormat,
  chart: DrawnChart,
  table: ChartTable,
): Promise<void> {
  const name = `${chart.title.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').slice(0, 80)}.${format}`
  if (format === 'csv') return save(name, new Blob([chartCsv(table)], { type: 'text/csv' }))
  const svg = new Blob([drawSvg(chart)], { type: 'image/svg+xml' })
  save(name, format === 'svg' ? svg : await toPng(svg))
}

async function toPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * density
    canvas.height = image.naturalHeight * density
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture was made.'))))
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser takes what it saves a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
