import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from './take-turns'

// OWASP's first choice for argon2id (the package's default algorithm): 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Each takes one of the process's four threads, which files and name look-ups need as well.
const inTurn = takeTurns(2)

let decoy: Promise<string> | undefined

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/**
 * Whether the password is the one behind the hash. Without a hash it is compared to a decoy and is
 * wrong, in the same time, so that an answer's delay doesn't tell whether a person exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const compared = stored ?? (await decoy)
  const matches = await inTurn(() => verify(compared, password.normalize('NFKC')))
  return stored !== null && matches
}
