import { describe, expect, it } from 'vitest'
import { holdNewRows } from './held-rows'

const rows = [{ id: 'c' }, { id: 'b' }, { id: 'a' }]

describe('holdNewRows', () => {
  it('shows everything at the top', () => {
    expect(holdNewRows(rows, null)).toEqual({ shown: rows, held: 0 })
    expect(holdNewRows(rows, new Set(['c', 'b', 'a']))).toEqual({ shown: rows, held: 0 })
  })

  it('holds back what has come above the rows that were there', () => {
    const shown = [{ id: 'b' }, { id: 'a' }]
    expect(holdNewRows(rows, new Set(['b', 'a']))).toEqual({ shown, held: 1 })
  })

  it('goes on holding when the row that was on top has left the page', () => {
    expect(holdNewRows(rows, new Set(['gone', 'a']))).toEqual({ shown: [{ id: 'a' }], held: 2 })
  })

  it('shows everything when nothing of it is left', () => {
    expect(holdNewRows(rows, new Set(['gone']))).toEqual({ shown: rows, held: 0 })
  })
})
