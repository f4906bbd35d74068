import { getEnv } from '@/lib/config/env'

/** Whether people reach us by https: decides on the cookies' prefixes and their `Secure`. */
export function usesHttps(): boolean {
  return getEnv().APP_URL?.startsWith('https://') ?? false
}

/**
 * Names and options of the cookies, for next-auth and for reading them ourselves. By https each has the prefix by which
 * a browser takes it from this host alone, and only securely.
 */
export function authCookies() {
  const secure = usesHttps()
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const prefix = secure ? '__Host-' : ''
  return {
    sessionToken: { name: `${prefix}next-auth.session-token`, options },
    callbackUrl: { name: `${prefix}next-auth.callback-url`, options },
    csrfToken: { name: `${prefix}next-auth.csrf-token`, options },
  }
}
