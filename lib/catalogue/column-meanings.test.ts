import { expect, it } from 'vitest'
import { meaningOf } from './column-meanings'
import { columnsOf } from './columns'
import { directions, productCodes } from './products'

it('explains every column that the catalogue knows', () => {
  const names = productCodes.flatMap((code) =>
    directions.flatMap((direction) => columnsOf(code, direction)),
  )
  const unexplained = [...new Set(names)].filter((name) => !meaningOf(name))
  expect(unexplained).toEqual([])
  expect(meaningOf('toString')).toBeNull()
})
