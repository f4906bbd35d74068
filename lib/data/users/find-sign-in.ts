import { getDb } from '@/lib/db/client'

export type SignInCandidate = { userId: string; passwordHash: string | null; disabled: boolean }

/** What a sign-in is compared with. The hash goes no further than the comparison. */
export async function findSignIn(email: string): Promise<SignInCandidate | null> {
  const user = await getDb().user.findUnique({
    where: { email },
    select: { id: true, disabledAt: true, password: { select: { hash: true } } },
  })
  return (
    user && {
      userId: user.id,
      passwordHash: user.password?.hash ?? null,
      disabled: user.disabledAt !== null,
    }
  )
}
