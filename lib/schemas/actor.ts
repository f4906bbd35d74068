import type { Role } from './rights'

/** From where a person's browser asks. Known for every request; a test may leave it out. */
type Whence = { address?: string; userAgent?: string }

/** Who or what causes a change. Passed in, never looked up inside. */
export type Actor =
  | ({ kind: 'user'; id: string; name: string; role: Role } & Whence)
  | { kind: 'worker'; id: string; name: string }
  | { kind: 'callback'; name: string }

export type UserActor = Extract<Actor, { kind: 'user' }>

/**
 * Who can act without being signed in: somebody before a sign-in, with the address that was typed as a name, or
 * whoever may run the command line.
 */
export type Outsider =
  | { kind: 'stranger'; name: string; address: string; userAgent: string }
  | { kind: 'console'; name: string }
