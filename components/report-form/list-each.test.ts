import { expect, it } from 'vitest'
import { listEach } from './list-each'

const own = '12aa3456'
const subaccounts = [{ apiKey: 'abcd0001' }, { apiKey: 'abcd0002' }]

it('asks for the account and each of its sub-accounts', () => {
  const form = { targetAccountId: ` ${own}\n`, moreAccounts: [] }
  expect(listEach(form, own, subaccounts)).toEqual([own, 'abcd0001', 'abcd0002'])
})

it.each([
  ['another account', own, [{ accountId: 'b', targets: 'ffff0000' }]],
  ['another account ID', `${own}, dcba0009`, []],
  ['a sub-account instead of the account itself', 'abcd0001', []],
  ['nobody', '', []],
])('takes nothing apart where the form asks for %s', (_, targetAccountId, moreAccounts) => {
  expect(listEach({ targetAccountId, moreAccounts }, own, subaccounts)).toBeNull()
})
