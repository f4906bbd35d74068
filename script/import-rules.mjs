// Who may import whom, by folder. `imports`: values and types; `types`: with `import type` only; `but`:
// exceptions to both. A name covers its subfolders. A folder that is not listed may import nothing, and a
// folder may always import itself.
const pure = [
  'lib/catalogue',
  'lib/schemas',
  'lib/format',
  'lib/plan',
  'lib/paths',
  'lib/errors',
  'lib/config',
]
const low = [...pure, 'lib/db']
const data = [...low, 'lib/vault', 'lib/credentials']
const services = [
  ...data,
  'lib/data',
  'lib/queue',
  'lib/vonage',
  'lib/archive',
  'lib/content',
  'lib/dataset',
]
const requests = [...services, 'lib/services', 'lib/live', 'lib/auth', 'lib/api', 'lib/actions']

/** @type {Record<string, { imports?: string[], types?: string[], but?: string[] }>} */
export const importRules = {
  'lib/catalogue': {},
  'lib/paths': {},
  'lib/config': {},
  'lib/schemas': { imports: ['lib/catalogue'] },
  'lib/format': { imports: ['lib/catalogue', 'lib/schemas'] },
  // What is asked of Vonage, counted out before anything is sent.
  'lib/plan': { imports: ['lib/catalogue', 'lib/schemas', 'lib/format'] },
  'lib/errors': { imports: ['lib/config'] },
  'lib/db': { imports: pure },
  'lib/queue': { imports: low },
  'lib/vault': { imports: low },
  'lib/credentials': { imports: low },
  'lib/vonage': { imports: low },
  'lib/archive': { imports: low },
  'lib/content': { imports: [...low, 'lib/archive'] },
  // What is in a report: its records as Parquet, and the questions that are asked of them.
  'lib/dataset': { imports: [...pure, 'lib/content'] },
  'lib/data': { imports: data },
  'lib/services': { imports: services },
  // What a process hears from the database and hands to its open streams and downloads.
  'lib/live': { imports: [...data, 'lib/data'] },
  // What stands between a request of a browser and the services.
  'lib/auth': { imports: requests, but: ['lib/db'] },
  'lib/api': { imports: requests, but: ['lib/db'] },
  'lib/actions': { imports: requests, but: ['lib/db'] },
  // What runs in the browser.
  'lib/queries': { imports: pure, types: requests, but: ['lib/config'] },
  components: { imports: [...pure, 'lib/queries'], types: requests, but: ['lib/config', 'lib/db'] },
  app: { imports: ['lib', 'components'], but: ['lib/db'] },
  'proxy.ts': { imports: ['lib'], but: ['lib/db'] },
  'instrumentation.ts': { imports: ['lib'], but: ['lib/db'] },
  // The programs. Nothing imports them.
  worker: { imports: ['lib'], but: ['lib/auth', 'lib/api', 'lib/actions', 'lib/queries'] },
  web: { imports: [...low, 'lib/live'] },
  server: { imports: low },
  sandbox: { imports: ['lib/catalogue'] },
}

/** The folders that the rule is about: others (scripts, end-to-end tests, measurements) import what they like. */
export const ruledRoots = ['lib', 'components', 'app', 'worker', 'web', 'server', 'sandbox']

/** What a test may import beyond its folder's rule: a database to run on, and data to fill it with. */
export const testImports = ['lib']
