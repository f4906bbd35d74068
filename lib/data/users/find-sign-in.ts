import { getDb } from '@/lib/db/client'
import type { Role } from '@/lib/schemas/rights'

export type SignInCandidate = {
  userId: string
  name: string
  role: Role
  passwordHash: string | null
  disabled: boolean
}

/** What a sign-in is compared with. The hash goes no further than the comparison. */
export async function findSignIn(email: string): Promise<SignInCandidate | null> {
  const user = await getDb().user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      role: true,
      disabledAt: true,
      password: { select: { hash: true } },
    },
  })
  return (
    user && {
      userId: user.id,
      name: user.name,
      role: user.role,
      passwordHash: user.password?.hash ?? null,
      disabled: user.disabledAt !== null,
    }
  )
}
