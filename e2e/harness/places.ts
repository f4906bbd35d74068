import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Role, roles } from '@/lib/schemas/rights'

const app = join(import.meta.dirname, '..', '..', 'app')

/** What a test has made, for the places that show it. */
export type Made = { reportId: string; accountId: string; lookupId: string }

type Place = {
  /** An address that shows something, or several. */
  at: (made: Made) => string | string[]
  /** Who may go there. Strangers may where nothing is said. */
  may?: readonly Role[]
}

const admins = ['admin'] as const
const downloaders = ['analyst', 'admin'] as const

/** Every page, by its folder. One that is not here fails the tests. */
export const pages: Record<string, Place> = {
  '/': { at: () => '/', may: roles },
  '/accounts': { at: () => '/accounts', may: roles },
  '/audit': {
    at: () => ['/audit', '/audit?kind=sign-in&person=stranger&from=2026-01-01&q=a'],
    may: admins,
  },
  '/help': { at: () => '/help', may: roles },
  '/invite/[token]': { at: () => '/invite/not-a-token' },
  '/records': { at: () => ['/records', '/records?after=nothing'], may: downloaders },
  '/records/[id]': {
    at: ({ lookupId }) => [`/records/${lookupId}`, `/records/${lookupId}?page=2`],
    may: downloaders,
  },
  '/reports': { at: () => ['/reports', '/reports?q=SMS&state=ready'], may: roles },
  '/reports/[id]': { at: ({ reportId }) => `/reports/${reportId}`, may: roles },
  '/reports/[id]/records': {
    at: ({ reportId }) => [
      `/reports/${reportId}/records`,
      `/reports/${reportId}/records?product=SMS&is.status=delivered&sort=date_received&start=x`,
    ],
    may: roles,
  },
  '/reports/elsewhere': {
    at: () => ['/reports/elsewhere', '/reports/elsewhere?id=abc'],
    may: downloaders,
  },
  '/reports/new': {
    at: ({ reportId }) => ['/reports/new', `/reports/new?duplicate=${reportId}`],
    may: roles,
  },
  '/settings': { at: () => '/settings', may: roles },
  '/setup': { at: () => '/setup' },
  '/sign-in': { at: () => ['/sign-in', '/sign-in?error=CredentialsSignin&next=/accounts'] },
  '/spending': {
    at: () => ['/spending', '/spending?environment=sandbox&from=2026-01-01&who=ours'],
    may: downloaders,
  },
  '/storage': { at: () => '/storage', may: downloaders },
  '/users': { at: () => '/users', may: admins },
}

/** Every route that answers GET, by its folder. */
export const routes: Record<string, Place> = {
  '/api/audit': { at: () => ['/api/audit', '/api/audit?kind=account'], may: admins },
  '/api/auth/[...nextauth]': { at: () => ['/api/auth/session', '/api/auth/csrf'] },
  '/api/downloads': {
    at: ({ reportId }) => [
      `/api/downloads?report=${reportId}`,
      `/api/downloads?report=${reportId}&format=csv&product=SMS`,
    ],
    may: downloaders,
  },
  '/api/health': { at: () => '/api/health' },
  '/api/ready': { at: () => '/api/ready' },
  '/api/reports': { at: () => ['/api/reports', '/api/reports?q=SMS'], may: roles },
  '/api/reports/selection': {
    at: ({ reportId }) => `/api/reports/selection?report=${reportId}`,
    may: roles,
  },
  '/api/reports/[id]': { at: ({ reportId }) => `/api/reports/${reportId}`, may: roles },
  '/api/reports/[id]/datasets': {
    at: ({ reportId }) => `/api/reports/${reportId}/datasets`,
    may: roles,
  },
  '/api/reports/[id]/download': {
    at: ({ reportId }) => [
      `/api/reports/${reportId}/download`,
      `/api/reports/${reportId}/download?format=csv`,
    ],
    may: downloaders,
  },
  '/api/reports/[id]/records': {
    at: ({ reportId }) => [
      `/api/reports/${reportId}/records`,
      `/api/reports/${reportId}/records?product=SMS&query=%7B%22limit%22%3A1%7D`,
    ],
    may: roles,
  },
  '/api/reports/[id]/records/chart': {
    at: ({ reportId }) =>
      `/api/reports/${reportId}/records/chart?chart=%7B%22kind%22%3A%22totals%22%7D`,
    may: roles,
  },
  '/api/reports/[id]/records/export': {
    at: ({ reportId }) => [
      `/api/reports/${reportId}/records/export`,
      `/api/reports/${reportId}/records/export?format=xlsx`,
    ],
    may: roles,
  },
  '/api/reports/[id]/requests': {
    at: ({ reportId }) => `/api/reports/${reportId}/requests?state=ready&page=0`,
    may: roles,
  },
  '/api/records/[id]': {
    at: ({ lookupId }) => [`/api/records/${lookupId}`, `/api/records/${lookupId}?raw`],
    may: downloaders,
  },
  '/api/spending': { at: () => ['/api/spending', '/api/spending?product=SMS'], may: downloaders },
}

/** Routes without an end to be read, without a GET, or for what is not there. */
export const otherRoutes = [
  '/api/reports/events',
  '/api/callbacks/[token]',
  '/api/[...nothing]',
  '/api/metrics',
]

/** Routes that take more than GET, with the reason why no right is needed for it. */
export const changingRoutes: Record<string, string> = {
  '/api/[...nothing]': 'does nothing',
  '/api/auth/[...nextauth]': 'signs in and out',
  '/api/callbacks/[token]': 'is for Vonage, whose token is the right',
}

/** Addresses where there is nothing, or nothing like that. */
export const nowhere = ({ accountId }: Made) => [
  '/nowhere',
  '/favicon.ico',
  '/%E0%A4%A',
  '/_next/nothing',
  `/reports/${accountId}`,
  '/reports/not-an-id',
  '/reports/not-an-id/records',
  `/records/${accountId}`,
  '/records/not-an-id',
  `/api/records/${accountId}`,
  '/api/records/not-an-id',
  `/api/reports/${accountId}`,
  '/api/reports/not-an-id',
  `/api/reports/${accountId}/download`,
  '/api/nothing',
  '/api/auth/providers',
  '/api/auth/signin',
  '/api/auth/error',
  '/api/callbacks/not-a-token',
]

/** The addresses of places, each with who may go there; undefined for everybody. */
export function addressesOf(places: Record<string, Place>, made: Made) {
  return Object.values(places).flatMap(({ at, may }) =>
    [at(made)].flat().map((path) => ({ path, may })),
  )
}

/** The folders of the app that hold a page or a route, as an address names them. */
export function findPlaces(kind: 'page.tsx' | 'route.ts'): string[] {
  return globSync(`**/${kind}`, { cwd: app })
    .map((path) => `/${path}`.replace(`/${kind}`, '').replaceAll(/\/\([^/]+\)/g, '') || '/')
    .sort()
}

/** The methods that the route in a folder exports beside GET and HEAD: what may change something. */
export function findChangingRoutes(): string[] {
  return globSync('**/route.ts', { cwd: app })
    .filter((path) => /\b(POST|PUT|PATCH|DELETE)\b/.test(readFileSync(join(app, path), 'utf8')))
    .map((path) => `/${path}`.replace('/route.ts', ''))
    .sort()
}
