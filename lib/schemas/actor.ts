import type { Role } from './rights'

/** Who or what causes a change. Passed in, never looked up inside. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role }
  | { kind: 'worker'; id: string; name: string }
  | { kind: 'callback'; name: string }

export type UserActor = Extract<Actor, { kind: 'user' }>
