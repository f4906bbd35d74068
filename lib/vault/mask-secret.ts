/**
 * What may be shown of a secret: its last 4 characters when it has at least 12, else none of them. The mask is
 * of one length, so it doesn't tell the secret's.
 */
export function maskSecret(plain: string): string {
  const characters = [...plain]
  return characters.length >= 12 ? `••••${characters.slice(-4).join('')}` : '••••'
}
