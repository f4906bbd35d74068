import { expect, it } from 'vitest'
import { chartCsv } from './chart-csv'

it('writes numbers as they are, and lets no text run', () => {
  const rows = [
    ['=HYPERLINK("x")', '+447700900000', '-0.05'],
    ['@a', '-x', 'a,b\nc'],
  ]
  expect(chartCsv({ head: ['value', 'n', 'sum'], rows })).toBe(
    'value,n,sum\r\n"\'=HYPERLINK(""x"")",+447700900000,-0.05\r\n\'@a,\'-x,"a,b\nc"\r\n',
  )
})
