import { expect, it } from 'vitest'
import { readStoredForm } from './stored-form'

const old = {
  formId: 'f0000000-0000-4000-8000-000000000001',
  accountId: '0198f0a0-0000-7000-8000-000000000001',
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  from: '2026-06-01',
  to: '2026-06-30',
  timeZone: 'UTC',
  includeSubaccounts: false,
  filters: { status: 'failed' },
}

it('reads a form of the days when a report was one request', () => {
  expect(readStoredForm(old)).toEqual({
    formId: old.formId,
    accounts: [{ accountId: old.accountId, targets: ['abcd1234'] }],
    products: ['SMS'],
    directions: ['outbound'],
    from: old.from,
    to: old.to,
    timeZone: 'UTC',
    split: 'none',
    includeSubaccounts: false,
    filters: { status: 'failed' },
    reuse: 'kept',
    seen: null,
    passBudget: false,
  })
  expect(readStoredForm({ ...old, product: 'VOICE-CALL', direction: null })?.directions).toEqual([])
})

it('reads its own, and nothing else', () => {
  const form = readStoredForm(old)
  expect(readStoredForm(form)).toEqual(form)
  for (const other of [null, {}, 'x', { ...old, product: 'GONE' }])
    expect(readStoredForm(other)).toBeNull()
})
