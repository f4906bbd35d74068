import { expect, it } from 'vitest'
import { type Provenance, refuseCrossSite } from './cross-site'

const own: Provenance = {
  method: 'POST',
  pathname: '/reports',
  origin: 'http://127.0.0.1:3000',
  secFetchSite: 'same-origin',
  appOrigin: undefined,
  host: '127.0.0.1:3000',
}
const byUrl = { ...own, appOrigin: 'https://reports.example.com' }

it.each([
  ['a page of ours', own],
  ['a page at APP_URL, whatever the host', { ...byUrl, origin: 'https://reports.example.com' }],
  ['no Origin, but a browser that vouches for the same one', { ...own, origin: null }],
  ['a GET from anywhere', { ...own, method: 'GET', origin: 'https://evil.example' }],
  ["Vonage's callback", { ...own, pathname: '/api/callbacks/x', origin: null, secFetchSite: null }],
])('lets pass: %s', (_, request) => {
  expect(refuseCrossSite(request)).toBeNull()
})

it.each([
  ['another site', { ...own, origin: 'https://evil.example' }],
  ['another port', { ...own, origin: 'http://127.0.0.1:3001' }],
  ['an opaque origin', { ...own, origin: 'null' }],
  ['neither Origin nor Sec-Fetch-Site', { ...own, origin: null, secFetchSite: null }],
  ['no Origin, same site only', { ...own, origin: null, secFetchSite: 'same-site' }],
  ['no Origin, another site', { ...own, origin: null, secFetchSite: 'cross-site' }],
  ['the host, when APP_URL names another', byUrl],
  ['plain http at an https APP_URL', { ...byUrl, origin: 'http://reports.example.com' }],
  [
    'a path that only looks like the callback',
    { ...own, pathname: '/api/callbacksx', origin: null, secFetchSite: null },
  ],
])('refuses: %s', (_, request) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(refuseCrossSite({ ...request, method })).toMatch(/refused/)
  }
})
