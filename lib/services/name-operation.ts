const operations: [method: string, path: RegExp, name: string][] = [
  ['POST', /\/v2\/reports$/, 'create'],
  ['DELETE', /\/v2\/reports\//, 'cancel'],
  ['GET', /\/v2\/reports\/records/, 'records'],
  ['GET', /\/v2\/reports\//, 'status'],
  ['GET', /\/v2\/reports\?/, 'list'],
  ['GET', /\/v3\/media\//, 'media'],
  ['GET', /\/accounts\/[^/]+\/subaccounts$/, 'subaccounts'],
]

/** What a call to Vonage is for, without anything that tells one report from another. */
export function nameOperation(method: string, path: string): string {
  const found = operations.find(([verb, pattern]) => verb === method && pattern.test(path))
  return found?.[2] ?? 'other'
}
