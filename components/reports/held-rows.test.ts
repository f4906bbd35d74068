import { describe, expect, it } from 'vitest'
import { holdNewRows } from './held-rows'

const rows = [{ id: 'c' }, { id: 'b' }, { id: 'a' }]

describe('holdNewRows', () => {
  it('shows everything at the top', () => {
    expect(holdNewRows(rows, null)).toEqual({ shown: rows, held: 0 })
    expect(holdNewRows(rows, 'c')).toEqual({ shown: rows, held: 0 })
  })

  it('holds back what is newer than the anchor', () => {
    expect(holdNewRows(rows, 'a')).toEqual({ shown: [{ id: 'a' }], held: 2 })
  })

  it('shows everything when the anchor has left the page', () => {
    expect(holdNewRows(rows, 'gone')).toEqual({ shown: rows, held: 0 })
  })
})
