'use client'

import { ChartColumn, Ellipsis, FileImage, FileText, Table2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem } from '@/components/ui/menu-items'
import { useToast } from '@/components/ui/toaster'
import { ChartLegend } from './chart-legend'
import type { ChartTable, DrawnChart } from './drawn-chart'
import type { ChartFormat } from './save-chart'

/** A chart with its title, the table of its numbers, and ways to carry both away. */
export function ChartCard({
  chart,
  table,
  tableView,
  children,
}: {
  chart: DrawnChart
  /** What is saved as CSV. */
  table: ChartTable
  /** The same numbers to read; absent where the chart is a table already. */
  tableView?: ReactNode
  children: ReactNode
}) {
  const [isTable, setTable] = useState(false)
  const toast = useToast()
  const save = async (format: ChartFormat) => {
    try {
      const { saveChart } = await import('./save-chart')
      await saveChart(format, chart, table)
    } catch {
      toast({
        tone: 'negative',
        title: 'Not saved',
        text: 'The browser could not draw the picture.',
      })
    }
  }
  return (
    <figure
      aria-label={chart.title}
      className="grid h-full grid-rows-[auto_auto_minmax(0,1fr)] gap-y-1"
    >
      <figcaption className="flex min-h-8 items-center justify-between gap-4">
        <span className="min-w-0 truncate text-ink-2 text-sm">{chart.title}</span>
        <DropdownMenu
          trigger={
            <IconButton size="sm" name={`Save or show: ${chart.title}`} icon={<Ellipsis />} />
          }
        >
          {tableView && (
            <MenuItem
              icon={isTable ? <ChartColumn /> : <Table2 />}
              onSelect={() => setTable(!isTable)}
            >
              {isTable ? 'Show as chart' : 'Show as table'}
            </MenuItem>
          )}
          <MenuItem icon={<FileImage />} onSelect={() => void save('png')}>
            Save as PNG
          </MenuItem>
          <MenuItem icon={<FileImage />} onSelect={() => void save('svg')}>
            Save as SVG
          </MenuItem>
          <MenuItem icon={<FileText />} onSelect={() => void save('csv')}>
            Save as CSV
          </MenuItem>
        </DropdownMenu>
      </figcaption>
      {tableView && !isTable && chart.series.length > 1 ? (
        <ChartLegend series={chart.series} />
      ) : (
        <span />
      )}
      {isTable ? tableView : children}
    </figure>
  )
}
