/**
 * What a page may load and do. Scripts: those that carry this answer's nonce, and what these load themselves. Styles:
 * our files and what carries the nonce; `style` attributes are allowed, since positions of floating parts are set so.
 * Next reads the nonce from this header of the request and puts it on what it writes (`docs/decisions/0008`).
 */
export function makeContentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    // A chart that is saved as PNG is drawn from a picture that the page itself made.
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
