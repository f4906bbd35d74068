const header =
  'account_id,message_id,account_ref,client_ref,direction,from,to,forced_from,changed_from,concatenated,' +
  'message_body,network,network_name,country,country_name,date_received,date_finalized,latency,status,' +
  'error_code,error_code_description,currency,total_price,id,dcs,validity_period,ip_address,udh,workflow_id,tier_volume'

const networks = [
  ['23410', 'O2 UK', 'GB', 'United Kingdom', '44', '0.0400'],
  ['23430', 'EE', 'GB', 'United Kingdom', '44', '0.0400'],
  ['26201', 'Telekom Deutschland', 'DE', 'Germany', '49', '0.0735'],
  ['26202', 'Vodafone', 'DE', 'Germany', '49', '0.0735'],
  ['20801', 'Orange', 'FR', 'France', '33', '0.0549'],
  ['310410', 'AT&T Wireless', 'US', 'United States of America', '1', '0.00809'],
  ['21401', 'Vodafone España', 'ES', 'Spain', '34', '0.0687'],
] as const

const texts = [
  'Your code is %. It is valid for 10 minutes. Do not share it with anyone.',
  'Your order % was shipped and arrives tomorrow between 9:00 and 12:00.\nTrack it in the app.',
  'Reminder: your appointment is on Monday. Reply ""YES"" to confirm, ref %.',
  'Hello, your invoice % is ready, please pay within 14 days. Thank you, ACME Ltd.',
] as const

const statuses = [
  ...Array<readonly [string, string, string]>(18).fill(['delivered', '0', 'Delivered']),
  ['failed', '6', 'Anti-Spam Rejection'],
  ['expired', '1', 'Unknown'],
] as const

/** A small seeded generator (mulberry32): the same seed gives the same file. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

function quote(fields: readonly string[]): string {
  return `"${fields.join('","')}"\n`
}

/** Blocks of a believable outbound SMS report, every field quoted, without end; the header comes first. */
export function* generateSmsCsv(seed: number, rowsInBlock = 512): Generator<Buffer> {
  const random = createRandom(seed)
  const hex = () => random().toString(16).padStart(8, '0')
  const uuid = () => {
    const [a, b, c, d] = [hex(), hex(), hex(), hex()]
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
  }
  let time = Date.UTC(2026, 5, 1)
  yield Buffer.from(quote(header.split(',')))
  for (;;) {
    let block = ''
    for (let row = 0; row < rowsInBlock; row++) {
      const [network, networkName, country, countryName, prefix, price] =
        networks[random() % networks.length] ?? networks[0]
      const [status, errorCode, errorText] = statuses[random() % statuses.length] ?? ['', '', '']
      const text = texts[random() % texts.length] ?? ''
      const latency = 800 + (random() % 9000)
      time += random() % 700
      block += quote([
        'a1b2c3d4',
        uuid(),
        '',
        `order-${random() % 1_000_000}`,
        'outbound',
        'ACME',
        `${prefix}7${String(random() % 1_000_000_000).padStart(9, '0')}`,
        '',
        '',
        'false',
        text.replace('%', String(100_000 + (random() % 900_000))),
        network,
        networkName,
        country,
        countryName,
        `${new Date(time).toISOString().slice(0, 19)}+00:00`,
        `${new Date(time + latency).toISOString().slice(0, 19)}+00:00`,
        String(latency),
        status,
        errorCode,
        errorText,
        '',
        price,
        uuid(),
        '0',
        '259200000',
        '203.0.113.24',
        '',
        '',
        '0-onwards',
      ])
    }
    yield Buffer.from(block)
  }
}
