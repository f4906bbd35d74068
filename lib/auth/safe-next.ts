import { paths } from '@/lib/paths'

/** Where to go after sign-in: a path of our own, or else the history. Never another site. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2_000 || !next.startsWith('/')) return paths.reports
  const base = 'http://own.invalid'
  const url = URL.parse(next, base)
  // The parser drops tabs and line breaks and reads \ as /: judge its result, not the text.
  if (url?.origin !== base || url.pathname.startsWith('//')) return paths.reports
  const path = url.pathname
  if (path === '/' || path.startsWith('/api/') || path === '/sign-in' || path === '/setup') {
    return paths.reports
  }
  return `${path}${url.search}`
}
