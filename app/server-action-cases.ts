import { randomUUID } from 'node:crypto'
import { hashPassword } from '@/lib/credentials/password-hash'
import type { AuditKind } from '@/lib/schemas/audit-kinds'
import { type Role, roles } from '@/lib/schemas/rights'
import { reportForm } from '@/lib/services/test-form'
import { lookupForm } from '@/lib/services/test-lookup'
import { vonageReport, type World } from '@/lib/services/test-world'

/** What the rights of a server action are, and what a good call of it leaves in the audit. */
export type ActionCase = {
  /** The roles that may; nobody may without a session. */
  may: readonly Role[]
  /** Null where nothing is changed. */
  audit: AuditKind | null
  /** A call that is right, but for who makes it. It may prepare rows for it. */
  input: (world: World, userId: string) => unknown
}

/** Actions that no session is needed for, each with the test that they are safe all the same. */
export const openActions: Record<string, string> = {
  'setup/create-first-admin-action.ts createFirstAdminAction': 'first-user.integration.test.ts',
  'invite/[token]/set-password-action.ts setPasswordAction': 'users.integration.test.ts',
  'lib/actions/sign-out.ts signOut': 'sign-in.spec.ts',
}

export const oldPassword = 'the old long password'
const admins = ['admin'] as const
const analysts = ['analyst', 'admin'] as const

const answersRecords = (world: World) =>
  world.setJson(200, { request_status: 'SUCCESS', items_count: 0, records: [] })

async function otherPerson(world: World, data: object = {}): Promise<{ id: string }> {
  const email = `${randomUUID()}@example.com`
  return world.db.user.create({ data: { email, name: 'Other', ...data }, select: { id: true } })
}

async function ownSession(world: World, userId: string): Promise<{ id: string }> {
  const expiresAt = new Date(Date.now() + 3600_000)
  const data = { userId, address: '203.0.113.9', userAgent: 'Other browser', expiresAt }
  return world.db.session.create({ data, select: { id: true } })
}

const request = async (world: World, ...state: Parameters<World['inState']>) => ({
  requestId: await world.inState(...state),
})

const selected = async (world: World, ...state: Parameters<World['inState']>) => ({
  report: [(await world.row(await world.inState(...state))).reportId],
})

/** A report whose file is on record. */
async function withArchive(world: World) {
  const requestId = await world.inState('ready', { endedAt: new Date() })
  const sizes = { bytes: 9, csvBytes: 9, rows: 1 }
  const file = { storeKey: `${requestId}.zip`, sha256: '0'.repeat(64), entryName: 'report.csv' }
  await world.db.archive.create({ data: { requestId, ...sizes, ...file } })
  return { report: [(await world.row(requestId)).reportId] }
}

async function cutOff(world: World): Promise<{ requestId: string }> {
  // Of a sub-account of its own: nobody else is fetching these records.
  const targetAccountId = randomUUID().slice(0, 8)
  const cut = await request(world, 'ready', { requestStatus: 'TRUNCATED', targetAccountId })
  const facts = { storeKey: randomUUID(), bytes: 1, sha256: '', rows: 10, csvBytes: 1 }
  await world.db.archive.create({ data: { ...cut, ...facts }, select: { requestId: true } })
  return cut
}

/** A look-up of which nothing has come yet. */
async function lookup(world: World, data: object = {}): Promise<{ lookupId: string }> {
  const steps = [{ dateStart: '2026-11-20T00:00:00Z', dateEnd: '2026-11-23T00:00:00Z' }]
  const { id } = await world.db.recordLookup.create({
    data: {
      formId: randomUUID(),
      createdById: world.ana.id,
      accountId: world.accountId,
      targetAccountId: 'abcd1234',
      product: 'SMS',
      direction: 'outbound',
      parameters: { by: 'dates', timeZone: 'UTC', filters: {}, steps },
      state: 'partial',
      next: { step: 0, href: null },
      ...data,
    },
    select: { id: true },
  })
  return { lookupId: id }
}

/** By file, without `app/(app)/` or `app/`, and name. An action that is not here fails the test. */
export const actionCases: Record<string, ActionCase> = {
  'accounts/actions.ts addAccount': {
    may: admins,
    audit: 'account.added',
    input: (world) => {
      answersRecords(world)
      return { label: 'New', environment: 'live', apiKey: 'newkey01', apiSecret: 'anything' }
    },
  },
  'accounts/actions.ts addSandboxAccount': {
    may: admins,
    audit: 'account.added',
    input: (world) => {
      answersRecords(world)
      return {}
    },
  },
  'accounts/actions.ts relabelAccount': {
    may: admins,
    audit: 'account.relabelled',
    input: ({ accountId }) => ({ id: accountId, label: 'Renamed' }),
  },
  'accounts/actions.ts replaceSecret': {
    may: admins,
    audit: 'account.secret-replaced',
    input: (world) => {
      answersRecords(world)
      return { id: world.accountId, apiSecret: 'another secret' }
    },
  },
  'accounts/actions.ts checkAccount': {
    may: admins,
    audit: 'account.checked',
    input: (world) => {
      answersRecords(world)
      return { id: world.accountId }
    },
  },
  'accounts/actions.ts setBudget': {
    may: admins,
    audit: 'budget.set',
    input: ({ accountId }) => ({ accountId, currency: 'EUR', warnAt: '100', stopAt: '1000.50' }),
  },
  'accounts/subaccount-actions.ts listSubaccounts': {
    may: analysts,
    audit: 'account.subaccounts-listed',
    input: ({ setJson, accountId }) => {
      setJson(200, { _embedded: { subaccounts: [] } })
      return { accountId, refresh: true }
    },
  },
  'accounts/actions.ts removeAccount': {
    may: admins,
    audit: 'account.removed',
    input: async (world) => {
      const apiKey = randomUUID().slice(0, 8)
      const columns = { label: 'Old', environment: 'live', apiKey, secretTail: '' } as const
      return world.db.account.create({ data: columns, select: { id: true } })
    },
  },
  'reports/[id]/records/actions.ts prepareAgain': {
    may: analysts,
    audit: null,
    input: async (world) => ({ reportId: (await withArchive(world)).report[0] }),
  },
  'reports/elsewhere/actions.ts adoptReport': {
    may: analysts,
    audit: 'report.adopted',
    input: (world) => {
      const requestId = randomUUID()
      world.setJson(200, vonageReport(world.url, { request_id: requestId }))
      return { accountId: world.accountId, requestId }
    },
  },
  'reports/elsewhere/actions.ts listElsewhere': {
    may: analysts,
    audit: null,
    input: (world) => {
      world.setJson(200, { reports: [] })
      return { accountId: world.accountId }
    },
  },
  'reports/new/actions.ts createReport': {
    may: analysts,
    audit: 'report.created',
    input: ({ accountId }) => reportForm(accountId),
  },
  'reports/new/actions.ts previewReport': {
    may: analysts,
    audit: null,
    input: ({ accountId }) => reportForm(accountId),
  },
  'records/actions.ts startLookup': {
    may: analysts,
    audit: 'records.looked-up',
    input: (world) => {
      answersRecords(world)
      return lookupForm(world.accountId)
    },
  },
  'records/actions.ts fetchLookupPage': {
    may: analysts,
    audit: 'records.looked-up',
    input: async (world) => {
      answersRecords(world)
      return { ...(await lookup(world)), number: 1 }
    },
  },
  'records/actions.ts splitLookup': {
    may: analysts,
    audit: null,
    input: (world) => lookup(world, { state: 'failed' }),
  },
  'reports/actions.ts refreshRequest': {
    may: analysts,
    audit: 'report.refreshed',
    input: (world) => request(world, 'running', { requestId: randomUUID() }),
  },
  'reports/actions.ts cancelRequest': {
    may: analysts,
    audit: 'report.cancelled',
    input: (world) => request(world, 'queued'),
  },
  'reports/actions.ts retryRequest': {
    may: analysts,
    audit: 'report.retried',
    input: (world) => request(world, 'failed'),
  },
  'reports/actions.ts planRest': {
    may: analysts,
    audit: null,
    input: (world) => cutOff(world),
  },
  'reports/actions.ts askRest': {
    may: analysts,
    audit: 'report.rest-asked',
    input: async (world) => ({
      ...(await cutOff(world)),
      seen: { keptMs: 0, runningRequestIds: [] },
    }),
  },
  'reports/actions.ts refreshReport': {
    may: analysts,
    audit: 'report.refreshed',
    input: async (world) => {
      const id = await world.inState('running', { requestId: randomUUID() })
      return { reportId: (await world.row(id)).reportId }
    },
  },
  'reports/actions.ts sendAgain': {
    may: analysts,
    audit: 'report.sent-again',
    input: (world) => request(world, 'unconfirmed'),
  },
  'reports/selection-actions.ts cancelReports': {
    may: analysts,
    audit: 'report.cancelled',
    input: (world) => selected(world, 'queued'),
  },
  'reports/selection-actions.ts retryReports': {
    may: analysts,
    audit: 'report.retried',
    input: (world) => selected(world, 'failed', { endedAt: new Date() }),
  },
  'reports/selection-actions.ts deleteFiles': {
    may: admins,
    audit: 'file.deleted',
    input: withArchive,
  },
  'storage/actions.ts setRetention': {
    may: admins,
    audit: 'retention.set',
    input: ({ accountId }) => ({ accountId, keepDays: '' }),
  },
  'storage/actions.ts holdReport': {
    may: admins,
    audit: 'report.held',
    input: async (world) => ({
      reportId: (await world.row(await world.inState('queued'))).reportId,
      hold: true,
    }),
  },
  'settings/actions.ts changeName': {
    may: roles,
    audit: 'settings.changed',
    input: () => ({ name: 'Another name' }),
  },
  'settings/actions.ts changeTheme': {
    may: roles,
    audit: 'settings.changed',
    input: () => ({ theme: 'dark' }),
  },
  'settings/actions.ts changeTimeZone': {
    may: roles,
    audit: 'settings.changed',
    input: () => ({ timeZone: 'Europe/Madrid' }),
  },
  'settings/actions.ts changePreferences': {
    may: roles,
    audit: null,
    input: () => ({ density: 'compact' }),
  },
  'settings/actions.ts changePassword': {
    may: roles,
    audit: 'password.changed',
    input: async (world, userId) => {
      const hash = await hashPassword(oldPassword)
      await world.db.password.upsert({
        where: { userId },
        create: { userId, hash },
        update: { hash },
      })
      return { currentPassword: oldPassword, newPassword: 'the new long password' }
    },
  },
  'settings/actions.ts endSession': {
    may: roles,
    audit: 'session.ended',
    input: ownSession,
  },
  'settings/actions.ts endOtherSessions': {
    may: roles,
    audit: 'session.others-ended',
    input: async (world, userId) => {
      await ownSession(world, userId)
      return {}
    },
  },
  'spending/actions.ts wantUsage': {
    may: analysts,
    audit: 'spending.fetched',
    input: ({ accountId }) => ({ environment: 'live', accountId }),
  },
  'users/actions.ts inviteUser': {
    may: admins,
    audit: 'user.invited',
    input: () => ({ email: `${randomUUID()}@example.com`, role: 'viewer' }),
  },
  'users/actions.ts makeLink': {
    may: admins,
    audit: 'user.link-made',
    input: (world) => otherPerson(world),
  },
  'users/actions.ts changeRole': {
    may: admins,
    audit: 'user.role-changed',
    input: async (world) => ({ ...(await otherPerson(world)), role: 'admin' }),
  },
  'users/actions.ts switchOff': {
    may: admins,
    audit: 'user.switched-off',
    input: (world) => otherPerson(world),
  },
  'users/actions.ts switchOn': {
    may: admins,
    audit: 'user.switched-on',
    input: (world) => otherPerson(world, { disabledAt: new Date() }),
  },
}
