import type { BaseUrl } from './base-url'
import { VonageError } from './vonage-error'

const plainId = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/
/** No blanks, controls, backslashes or escapes: what URL parsers read in different ways. */
const plainText = /^(?!.*[\\%])[\x21-\x7e]{1,4096}$/

/**
 * The path to call for a report file's link: `/v3/media/<id>`, built from our own base and the link's id.
 * A link is input: our credentials go with the call.
 * @throws VonageError `bad-link`
 */
export function pinMediaLink(href: string, base: BaseUrl): string {
  const prefix = `${base.path}/v3/media/`
  const url = plainText.test(href) ? parseOnOrigin(href, base) : null
  const id = url?.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : ''
  if (!url || !plainId.test(id) || /[?#]/.test(href)) throw badLink()
  return prefix + id
}

/**
 * The path and query to call for the next page of records, built from our own base and the link's query.
 * @throws VonageError `bad-link`
 */
export function pinRecordsLink(href: string, base: BaseUrl): string {
  const path = `${base.path}/v2/reports/records`
  const url = href.length <= 16_384 && !href.includes('\\') ? parseOnOrigin(href, base) : null
  if (url?.pathname !== path || href.includes('#')) throw badLink()
  return `${path}?${new URLSearchParams(url.search)}`
}

function parseOnOrigin(href: string, base: BaseUrl): URL | null {
  const url = URL.parse(href)
  if (!url || url.origin !== base.origin || url.username || url.password) return null
  return url
}

function badLink(): VonageError {
  return new VonageError(
    'bad-link',
    'Vonage gave a link that leads elsewhere than to its own files. It was not opened.',
  )
}
