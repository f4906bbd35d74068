const publicPages = new Set(['/sign-in', '/setup'])

/** Pages for people who are not signed in. Routes under /api answer 401 themselves. */
export function needsSignIn(pathname: string): boolean {
  if (publicPages.has(pathname) || pathname.startsWith('/invite/')) return false
  return !pathname.startsWith('/api/')
}
