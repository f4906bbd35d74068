import type { AuditSubject } from './record-audit'

/** A person as an entry names them: by the address, too, since names are not unique and may be missing. */
export function userSubject(user: { id: string; name: string; email: string }): AuditSubject {
  const { id, name, email } = user
  return { kind: 'user', id, name: name ? `${name} (${email})` : email }
}
