const patterns: [RegExp, string][] = [
  [/\$argon2(id|i|d)\$\S+/g, '•••'],
  [/\b(Basic|Bearer)\s+[\w+/=.~-]+/gi, '$1 •••'],
  [/\b(\w+:\/\/[^\s:/@]*):[^\s@/]*@/g, '$1:•••@'],
  [/\/api\/callbacks\/[\w-]+/g, '/api/callbacks/•••'],
  [
    /("?\b(?:password|secret|apiSecret|token|hash|sealed)"?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    '$1•••',
  ],
]

/** What may be logged of an unexpected error: kind, message and place, with whatever may be a secret blotted out. */
export type ScrubbedError = {
  name: string
  code?: string
  message: string
  stack: string
  cause?: ScrubbedError
}

/** @param depth how many causes beneath it are told, too */
export function scrubError(error: unknown, depth = 3): ScrubbedError {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error', stack: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // A stack begins with the message, which may span lines: only the places are kept.
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(code ? { code } : {}),
    message: scrubText(error.message).slice(0, 2_000),
    stack: places.slice(0, 30).join('\n'),
    ...(error.cause && depth > 0 ? { cause: scrubError(error.cause, depth - 1) } : {}),
  }
}

function scrubText(text: string): string {
  return patterns.reduce((rest, [pattern, put]) => rest.replace(pattern, put), text)
}
