import { expect, it } from 'vitest'
import { followView, latestSearch, type Searched } from './searched'

const field = (text: string, shown: string, ...asked: string[]): Searched => ({
  text,
  shown,
  asked,
})

it('keeps what is typed while the view comes to what was asked for', () => {
  expect(followView(field('abcd', '', 'abc'), 'abc')).toEqual(field('abcd', 'abc'))
  expect(followView(field('abcd', '', 'abc', 'abcd'), 'abc')).toEqual(field('abcd', 'abc', 'abcd'))
  expect(followView(field('abcd', '', 'abc', 'abcd'), 'abcd')).toEqual(field('abcd', 'abcd'))
})

it('takes over what somebody else asked for: the way back, a cleared filter', () => {
  expect(followView(field('abc', 'abc'), '')).toEqual(field('', ''))
  expect(followView(field('abcd', 'abcd'), 'abc')).toEqual(field('abc', 'abc'))
  expect(followView(field('abc ', ''), 'abc')).toEqual(field('abc ', 'abc'))
})

it('knows what will be looked for', () => {
  expect(latestSearch(field('abcd', ''))).toBe('')
  expect(latestSearch(field('abcd', '', 'a', 'abc'))).toBe('abc')
})
