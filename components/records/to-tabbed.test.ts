import { expect, it } from 'vitest'
import { toTabbed } from './to-tabbed'

it('parts values by tabs, and lets none be a formula or a further cell', () => {
  const rows = [
    { to: '447700900000', text: '=1+1' },
    { to: '+44 77', text: 'two\tcells\r\ntwo lines' },
    { to: null, text: '-3' },
  ]
  expect(toTabbed({ columns: ['to', 'text'], rows })).toBe(
    "to\ttext\n447700900000\t'=1+1\n'+44 77\ttwo cells two lines\n\t'-3",
  )
})
