const publicPages = new Set(['/sign-in', '/setup', '/icon.svg', '/favicon.ico'])

/** What people who are not signed in may see. Routes under /api answer 401 themselves; /_next holds the build's files. */
export function needsSignIn(pathname: string): boolean {
  if (publicPages.has(pathname) || pathname.startsWith('/invite/')) return false
  return !pathname.startsWith('/api/') && !pathname.startsWith('/_next/')
}
