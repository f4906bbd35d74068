const words = {
  CredentialsSignin: 'That email and password do not match.',
  Throttled: 'Too many tries at once from your address. Wait a few seconds and try again.',
  Expired: 'This page had grown old. Try again now.',
  Unavailable: 'The server could not check this. It may be starting: try again in a moment.',
} as const

export type SignInError = keyof typeof words

/** An error word from a URL; one that we don't know means that the server could not do it. */
export function parseSignInError(word: string | null | undefined): SignInError | null {
  if (!word) return null
  return Object.hasOwn(words, word) ? (word as SignInError) : 'Unavailable'
}

/** What a person reads. An unknown address, a wrong password and a disabled person look the same. */
export function describeSignInError(error: SignInError): string {
  return words[error]
}
