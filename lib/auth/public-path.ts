const publicPages = new Set(['/sign-in', '/setup'])

/** Pages for people who are not signed in. Routes under /api answer 401 themselves. */
export function needsSignIn(pathname: string): boolean {
  return !publicPages.has(pathname) && !pathname.startsWith('/api/')
}
