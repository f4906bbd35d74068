import type { UserView } from '@/lib/schemas/users'

/** What a person is called in words: an invited one has no name yet. */
export function nameUser({ name, email }: Pick<UserView, 'name' | 'email'>): string {
  return name || email
}
