import type { Env } from '@/lib/config/env'
import { hashPassword } from '@/lib/credentials/password-hash'
import { hashSetupCode, makeSetupCode } from '@/lib/credentials/setup-code'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { addSetupCode } from '@/lib/data/setup/add-setup-code'
import { createFirstUser } from '@/lib/data/setup/create-first-user'
import { hasUsers } from '@/lib/data/users/has-users'
import { transact } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { emailSchema } from '@/lib/schemas/email'
import { newPasswordSchema } from '@/lib/schemas/password'

type FirstUserEnv = Pick<Env, 'ADMIN_EMAIL' | 'ADMIN_PASSWORD' | 'APP_URL' | 'HOST' | 'PORT'>

/**
 * While there is no user: makes the first one from the environment, or else a one-time code for
 * whoever can read the server's output.
 * @returns what to print, if anything
 */
export async function prepareFirstUser(env: FirstUserEnv): Promise<string | null> {
  if (await hasUsers()) return null
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) return printCode(env)
  const email = emailSchema.safeParse(ADMIN_EMAIL)
  const password = newPasswordSchema.safeParse(ADMIN_PASSWORD)
  if (email.success && password.success) return createAdmin(email.data, password.data)
  const faults = [
    ...(email.error?.issues.map((issue) => `ADMIN_EMAIL: ${issue.message}`) ?? []),
    ...(password.error?.issues.map((issue) => `ADMIN_PASSWORD: ${issue.message}`) ?? []),
  ]
  return `No administrator was made from the environment. ${faults.join(' ')}\n${await printCode(env)}`
}

async function createAdmin(email: string, password: string): Promise<string | null> {
  const passwordHash = await hashPassword(password)
  const name = 'Administrator'
  const user = await transact(async (tx) => {
    const made = await createFirstUser({ email, name, passwordHash }, tx)
    if (made)
      await recordAudit(
        tx,
        { kind: 'console', name: 'ADMIN_EMAIL' },
        { kind: 'setup.done', subject: userSubject({ id: made.id, name, email }) },
      )
    return made
  })
  return user && `Created the first administrator from ADMIN_EMAIL. Sign in with ADMIN_PASSWORD.`
}

async function printCode({ APP_URL, HOST, PORT }: FirstUserEnv): Promise<string> {
  const code = makeSetupCode()
  await addSetupCode(hashSetupCode(code))
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  const url = APP_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
  return `No user yet. Open ${url}${paths.setup} and enter this one-time code: ${code}`
}
