import { expect, it } from 'vitest'
import { hashSetupCode, makeSetupCode } from './setup-code'

it('makes codes of twelve letters that can not be misread', () => {
  const codes = Array.from({ length: 200 }, makeSetupCode)
  for (const code of codes)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(codes).size).toBe(200)
})

it('takes every spelling of a code, and no other code', () => {
  const hash = hashSetupCode('A0B1-C2D3-E4F5')
  for (const spelled of ['a0b1 c2d3 e4f5', 'AOBI-C2D3-E4F5', ' a0bl–c2d3e4f5 ']) {
    expect(hashSetupCode(spelled)).toBe(hash)
  }
  expect(hashSetupCode('A0B1-C2D3-E4F6')).not.toBe(hash)
})
