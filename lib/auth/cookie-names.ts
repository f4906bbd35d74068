import { getEnv } from '@/lib/config/env'

/** Whether people reach us by https: decides on the cookies' prefixes and their `Secure`. */
export function usesHttps(): boolean {
  return getEnv().APP_URL?.startsWith('https://') ?? false
}

/** Names and options of the cookies, for next-auth and for reading them ourselves. */
export function authCookies() {
  const secure = usesHttps()
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const prefix = secure ? '__Secure-' : ''
  return {
    sessionToken: { name: `${prefix}next-auth.session-token`, options },
    callbackUrl: { name: `${prefix}next-auth.callback-url`, options },
    csrfToken: { name: `${secure ? '__Host-' : ''}next-auth.csrf-token`, options },
  }
}
