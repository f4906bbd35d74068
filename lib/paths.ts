/** Every internal URL of the product. Pages, links, redirects and tests take them from here. */
export const paths = {
  home: '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setup: '/setup',
  /** Where a one-time link leads. */
  invite: (token: string) => `/invite/${encodeURIComponent(token)}`,
  reports: '/reports',
  newReport: '/reports/new',
  /** The form as a link fills it; `query` is made by the form. */
  newReportLike: (query: string) => (query === '' ? '/reports/new' : `/reports/new?${query}`),
  duplicateReport: (id: string) => `/reports/new?duplicate=${encodeURIComponent(id)}`,
  report: (id: string) => `/reports/${encodeURIComponent(id)}`,
  /** What is in a report; `query` is made by the page. */
  reportRecords: (id: string, query = '') =>
    `/reports/${encodeURIComponent(id)}/records${query && `?${query}`}`,
  /** Reports made elsewhere; one of them may be named. */
  elsewhere: (given: { account?: string; id?: string } = {}) => {
    const query = new URLSearchParams(given).toString()
    return query === '' ? '/reports/elsewhere' : `/reports/elsewhere?${query}`
  },
  spending: '/spending',
  records: '/records',
  lookup: (id: string) => `/records/${encodeURIComponent(id)}`,
  accounts: '/accounts',
  users: '/users',
  settings: '/settings',
  storage: '/storage',
  audit: '/audit',
  help: '/help',
  api: {
    health: '/api/health',
    ready: '/api/ready',
    reports: '/api/reports',
    report: (id: string) => `/api/reports/${encodeURIComponent(id)}`,
    reportEvents: '/api/reports/events',
    /** A page of a report's requests. */
    reportRequests: (id: string, query: { state?: string; page?: string } = {}) =>
      `/api/reports/${encodeURIComponent(id)}/requests?${new URLSearchParams(query)}`,
    /** How far a report’s records are prepared. */
    datasets: (id: string) => `/api/reports/${encodeURIComponent(id)}/datasets`,
    /** A page of a report’s records. */
    reportRecords: (id: string, query: { product: string; query: string }) =>
      `/api/reports/${encodeURIComponent(id)}/records?${new URLSearchParams(query)}`,
    /** What a chart shows of a report’s records. */
    recordChart: (id: string, query: { product: string; scope: string; chart: string }) =>
      `/api/reports/${encodeURIComponent(id)}/records/chart?${new URLSearchParams(query)}`,
    /** The archive, bit for bit; of a report with several files all of them in one ZIP. */
    download: (id: string) => `/api/reports/${encodeURIComponent(id)}/download`,
    /** The same file unzipped on the way. */
    downloadCsv: (id: string) => `/api/reports/${encodeURIComponent(id)}/download?format=csv`,
    /** The file of one request of a report. */
    downloadRequest: (id: string, requestId: string, format: 'zip' | 'csv' = 'zip') =>
      `/api/reports/${encodeURIComponent(id)}/download?request=${encodeURIComponent(requestId)}&format=${format}`,
    /** All records of a product in a report, in one CSV. */
    downloadProduct: (id: string, product: string) =>
      `/api/reports/${encodeURIComponent(id)}/download?format=csv&product=${encodeURIComponent(product)}`,
    /** What can be done with several reports. */
    selection: (ids: readonly string[]) =>
      `/api/reports/selection?${new URLSearchParams(ids.map((id) => ['report', id]))}`,
    /** The files of several reports: one ZIP, or one CSV of a product. */
    downloads: (ids: readonly string[], product?: string) =>
      `/api/downloads?${new URLSearchParams([
        ...ids.map((id) => ['report', id]),
        ...(product === undefined
          ? []
          : [
              ['format', 'csv'],
              ['product', product],
            ]),
      ])}`,
    audit: '/api/audit',
    spending: '/api/spending',
    /** The records of a look-up as CSV. */
    lookup: (id: string) => `/api/records/${encodeURIComponent(id)}`,
    callback: (token: string) => `/api/callbacks/${encodeURIComponent(token)}`,
  },
} as const
