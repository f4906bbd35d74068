import { describe, expect, it } from 'vitest'
import type { AccountView } from '@/lib/schemas/views'
import { makeDefaultValues, presetAccount } from './default-values'
import { describeCost, describeReport } from './describe-report'
import type { ReportFormValues } from './form-values'
import { prepareValues } from './prepare-values'
import { fromInput, toFieldPath, toInput } from './to-input'

const account = (over: Partial<AccountView> = {}): AccountView => ({
  id: '0198f0a0-0000-7000-8000-000000000001',
  label: 'Main',
  environment: 'live',
  apiKey: '12aa3456',
  secretTail: '7890',
  refusedAt: null,
  refusal: null,
  checkedAt: null,
  lastUsedAt: null,
  createdAt: '2026-06-01T00:00:00.000Z',
  ...over,
})

const formId = 'f0000000-0000-4000-8000-000000000001'
const values = (over: Partial<ReportFormValues> = {}): ReportFormValues => ({
  ...makeDefaultValues({ formId, accounts: [account()], timeZone: 'UTC' }),
  ...over,
})

describe('presetAccount', () => {
  it('takes the only one, or the one used last, and never guesses', () => {
    const used = account({ id: 'b', lastUsedAt: '2026-06-02T00:00:00.000Z' })
    const older = account({ id: 'c', lastUsedAt: '2026-05-02T00:00:00.000Z' })
    expect(presetAccount([account()])?.id).toBe(account().id)
    expect(presetAccount([older, account(), used])?.id).toBe('b')
    expect(presetAccount([account(), account({ id: 'd' })])).toBeUndefined()
    expect(presetAccount([])).toBeUndefined()
  })
})

describe('makeDefaultValues', () => {
  it('aims at the account’s own key', () => {
    expect(values()).toMatchObject({ targetAccountId: '12aa3456', includeSubaccounts: false })
  })

  it('copies a report, but leaves an account that is gone to be chosen', () => {
    const source = values({ product: 'SMS', direction: 'inbound', from: '2026-06-01', to: 'today' })
    const copy = (accounts = [account()]) =>
      makeDefaultValues({ formId: 'new', accounts, timeZone: 'UTC', source })
    expect(copy()).toEqual({ ...source, formId: 'new' })
    expect(copy([account({ id: 'other' })])).toMatchObject({
      accountId: '',
      targetAccountId: source.targetAccountId,
    })
  })

  it('takes what a link says before all else, and an account’s own key with another account', () => {
    const other = account({ id: 'other', apiKey: 'ffff0000' })
    const open = (link: Partial<ReportFormValues>, source: ReportFormValues | null = null) =>
      makeDefaultValues({ formId, accounts: [account(), other], timeZone: 'UTC', source, link })
    expect(open({ accountId: 'other' }).targetAccountId).toBe('ffff0000')
    expect(open({ accountId: 'other', targetAccountId: 'abcd1234' }).targetAccountId).toBe(
      'abcd1234',
    )
    const source = values({ product: 'SMS', from: '2026-06-01', filters: { status: 'failed' } })
    expect(open({ from: '2026-07-01', filters: { to: '447700900001' } }, source)).toEqual({
      ...source,
      from: '2026-07-01',
      filters: { status: 'failed', to: '447700900001' },
    })
  })
})

describe('prepareValues', () => {
  it('sends only what the product takes and what was filled in', () => {
    const typed = values({
      product: 'SMS',
      direction: 'inbound',
      filters: {
        status: 'delivered',
        from: '  ',
        call_id: 'left from voice',
        include_message: false,
        show_concatenated: true,
      },
    })
    expect(prepareValues(typed).filters).toEqual({ status: 'delivered' })
    expect(prepareValues({ ...typed, direction: 'outbound' }).filters).toEqual({
      status: 'delivered',
      show_concatenated: true,
    })
  })

  it('drops a direction that the product refuses', () => {
    expect(prepareValues(values({ product: 'VOICE-TTS', direction: 'inbound' })).direction).toBe(
      null,
    )
    expect(prepareValues(values({ product: 'VOICE-CALL', direction: 'inbound' })).direction).toBe(
      'inbound',
    )
  })
})

describe('describeReport', () => {
  it('says all of it in one sentence', () => {
    const asked = values({
      product: 'SMS',
      direction: 'outbound',
      targetAccountId: 'abcd1234',
      includeSubaccounts: true,
      filters: { status: 'failed', to: '447700900001', include_message: true },
    })
    expect(describeReport(asked, [account()], '30 days')).toBe(
      'Ask Vonage for SMS outbound of account abcd1234 (through Main) and all of its sub-accounts, 30 days, ' +
        'only where status is failed and recipient is 447700900001, with the text of each message.',
    )
  })

  it('says both directions when none is chosen', () => {
    expect(describeReport(values({ product: 'VOICE-CALL' }), [account()], null)).toBe(
      'Ask Vonage for Voice calls, in both directions, of Main.',
    )
    expect(describeReport(values(), [account()], null)).toBeNull()
  })
})

describe('a form of many', () => {
  const many = () =>
    values({
      product: 'SMS',
      moreProducts: ['VOICE-CALL', 'VERIFY-V2', 'SMS'],
      direction: 'both',
      targetAccountId: 'abcd1234, abcd1235\nabcd1234',
      moreAccounts: [{ accountId: 'b', targets: '12aa3457' }],
      filters: { to: '+44 7700 900001, 447700900002', status: 'delivered', locale: 'en-gb' },
    })

  it('says how many, and names what can be named', () => {
    const other = account({ id: 'b', label: 'Other', apiKey: '12aa3457' })
    expect(describeReport(prepareValues(many()), [account(), other], null)).toBe(
      'Ask Vonage for SMS, Voice calls and Verify (v2), in both directions, of 2 account IDs (through Main) and Other, ' +
        'only where status is delivered and recipient is one of 2 and locale is en-gb.',
    )
  })

  it('sends lists, each value once, and opens them again', () => {
    const input = toInput(prepareValues(many()))
    expect(input).toMatchObject({
      accounts: [
        { accountId: account().id, targets: ['abcd1234', 'abcd1235'] },
        { accountId: 'b', targets: ['12aa3457'] },
      ],
      products: ['SMS', 'VOICE-CALL', 'VERIFY-V2'],
      directions: ['inbound', 'outbound'],
      filters: { to: ['447700900001', '447700900002'], status: 'delivered', locale: 'en-gb' },
    })
    expect(toInput(fromInput(input))).toEqual(input)
  })

  it('writes countries as Vonage does', () => {
    const form = values({ product: 'SMS', filters: { country: 'gb, De gb' } })
    expect(toInput(prepareValues(form)).filters.country).toEqual(['GB', 'DE'])
  })

  it.each([
    ['accounts.0.targets.3', 'targetAccountId'],
    ['accounts.0.accountId', 'accountId'],
    ['accounts', 'accountId'],
    ['accounts.2.targets', 'moreAccounts.1.targets'],
    ['products.0', 'product'],
    ['products.4', 'moreProducts'],
    ['directions', 'direction'],
    ['filters.to.7', 'filters.to'],
    ['from', 'from'],
  ])('shows a fault of %s at %s', (path, field) => {
    expect(toFieldPath(path)).toBe(field)
  })
})

describe('describeCost', () => {
  it('knows what is free', () => {
    const sms = values({ product: 'SMS' })
    expect(describeCost(values({ product: 'REPORTS-USAGE' }), [account()])).toContain(
      'free of charge',
    )
    expect(describeCost(sms, [account()])).toMatch(/bills each record.*billed again\.$/)
    expect(describeCost(sms, [account({ environment: 'sandbox' })])).toContain(
      'sandbox bills nothing',
    )
  })
})
