import { describe, expect, it } from 'vitest'
import { parseBaseUrl } from './base-url'
import { pinMediaLink, pinRecordsLink } from './pinned-link'

const base = parseBaseUrl('https://api.nexmo.com')
const bad = expect.objectContaining({ kind: 'bad-link', requestSent: false })

describe('pinMediaLink (facts 1.4: host api.nexmo.com, path /v3/media/<id>)', () => {
  it.each([
    ['https://api.nexmo.com/v3/media/aaaaaaaa-bbbb-cccc-dddd-0123456789ab'],
    ['https://API.nexmo.com:443/v3/media/aaaaaaaa-bbbb-cccc-dddd-0123456789ab'],
  ])('takes %s', (href) => {
    expect(pinMediaLink(href, base)).toBe('/v3/media/aaaaaaaa-bbbb-cccc-dddd-0123456789ab')
  })

  it.each([
    'https://evil.example/v3/media/abc',
    'https://api.nexmo.com.evil.example/v3/media/abc',
    'https://api.nexmo.com:8443/v3/media/abc',
    'http://api.nexmo.com/v3/media/abc',
    'https://api.nexmo.com@evil.example/v3/media/abc',
    'https://key:secret@api.nexmo.com/v3/media/abc',
    'https://evil.example\\@api.nexmo.com/v3/media/abc',
    'https://api.nexmo.com/v3/media/',
    'https://api.nexmo.com/v3/media/.',
    'https://api.nexmo.com/v3/media/abc/',
    'https://api.nexmo.com/v3/media/abc/info',
    'https://api.nexmo.com/v3/media/../../v2/reports',
    'https://api.nexmo.com/v3/media/%2e%2e%2fv2',
    'https://api.nexmo.com/v3/media/a%0d%0ab',
    'https://api.nexmo.com/v3/media/abc?',
    'https://api.nexmo.com/v3/media/abc?x=1',
    'https://api.nexmo.com/v3/media/abc#x',
    'https://api.nexmo.com/v2/reports/abc',
    'https://api.nexmo.com/x/v3/media/abc',
    '/v3/media/abc',
    '//api.nexmo.com/v3/media/abc',
    ' https://api.nexmo.com/v3/media/abc',
    'https://api.nexmo.com/v3/me\tdia/abc',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '',
    `https://api.nexmo.com/v3/media/${'a'.repeat(129)}`,
  ])('refuses %j', (href) => {
    expect(() => pinMediaLink(href, base)).toThrow(bad)
  })
})

describe('pinRecordsLink', () => {
  it('keeps the query, on our own path', () => {
    const href = 'https://api.nexmo.com/v2/reports/records?product=SMS&cursor=a%2Bb%3D&iv=c'
    expect(pinRecordsLink(href, base)).toBe('/v2/reports/records?product=SMS&cursor=a%2Bb%3D&iv=c')
  })

  it.each([
    'https://evil.example/v2/reports/records?cursor=a',
    'https://api.nexmo.com/v2/reports?cursor=a',
    'https://api.nexmo.com/v2/reports/records/../abc',
    'https://u:p@api.nexmo.com/v2/reports/records?cursor=a',
    'https://api.nexmo.com/v2/reports/records?cursor=a#b',
    `https://api.nexmo.com/v2/reports/records?cursor=${'a'.repeat(20_000)}`,
    '',
  ])('refuses %.80j', (href) => {
    expect(() => pinRecordsLink(href, base)).toThrow(bad)
  })
})
