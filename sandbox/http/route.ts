export const operations = [
  'create',
  'status',
  'cancel',
  'media',
  'list',
  'records',
  'subaccounts',
] as const
export type Operation = (typeof operations)[number]

export type Route = { operation: Operation; id: string } | { operation: null; allow: string | null }

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Which operation a method and path mean; `allow` names the methods of a path that has others. */
export function findRoute(method: string, path: string): Route {
  const choose = (byMethod: Partial<Record<string, Operation>>, id = ''): Route => {
    const operation = byMethod[method]
    return operation
      ? { operation, id }
      : { operation: null, allow: Object.keys(byMethod).join(', ') }
  }
  const [, first = '', second = '', third = '', ...rest] = path.replace(/\/$/, '').split('/')
  if (rest.length > 0) return { operation: null, allow: null }
  if (first === 'v2' && second === 'reports') {
    if (!third) return choose({ GET: 'list', POST: 'create' })
    if (third === 'records') return choose({ GET: 'records' })
    return choose({ GET: 'status', DELETE: 'cancel' }, decode(third))
  }
  if (first === 'v3' && second === 'media' && third) {
    return choose({ GET: 'media', HEAD: 'media' }, decode(third))
  }
  if (first === 'accounts' && second && third === 'subaccounts') {
    return choose({ GET: 'subaccounts' }, decode(second))
  }
  return { operation: null, allow: null }
}
