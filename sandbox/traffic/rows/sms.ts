import { formatTime, hour, second } from '../../times'
import { makeNumber, makeSender, ownNumber } from '../contacts'
import { multiply } from '../money'
import { countries } from '../places'
import { type Random, weigh } from '../random'
import type { Row, RowMaker, Seat } from '../row'
import { makeReference, makeText } from '../texts'

const failures = weigh([
  ['failed', 40],
  ['expired', 20],
  ['rejected', 16],
  ['accepted', 8],
  ['buffered', 6],
  ['submitted', 5],
  ['unknown', 4],
  ['deleted', 1],
] as const)

const errors = weigh([
  [['1', 'Unknown'], 4],
  [['2', 'Absent Subscriber - Temporary'], 5],
  [['6', 'Anti-Spam Rejection'], 3],
  [['9', 'Illegal Number'], 4],
  [['99', 'General Error'], 2],
] as const)

const unfinished = new Set(['accepted', 'buffered', 'submitted'])

/** Number of parts of a text: 160 characters of the GSM alphabet, 70 of others, less when it is split. */
function countParts(text: string, unicode: boolean): number {
  const [one, many] = unicode ? [70, 67] : [160, 153]
  return text.length <= one ? 1 : Math.ceil(text.length / many)
}

const makeOutbound = (random: Random, seat: Seat): Row => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const text = makeText(random)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the alphabet of a plain text message
  const unicode = /[^\u0000-\u007F]/.test(text)
  const parts = countParts(text, unicode)
  const delivered = random.chance(country.delivery)
  const status = delivered ? 'delivered' : random.pickWeighted(failures)
  const [code, description] = delivered ? ['0', 'Delivered'] : random.pickWeighted(errors)
  const open = unfinished.has(status)
  const slow = random.chance(0.004)
  const latency = slow ? random.between(1, 72) * hour : random.skewed(2600) + 150
  const from = makeSender(random)
  return {
    account_id: seat.account,
    message_id: seat.mainId,
    account_ref: random.chance(0.2) ? `dept-${random.between(1, 9)}` : '',
    client_ref: makeReference(random),
    direction: 'outbound',
    from,
    to: makeNumber(random, country),
    forced_from: country.code === 'US' && random.chance(0.3) ? '12025550199' : '',
    changed_from: '',
    concatenated: parts > 1 ? 'TRUE' : 'FALSE',
    message_body: text,
    network: network[0],
    network_name: network[1],
    country: country.code,
    country_name: country.name,
    date_received: formatTime(seat.at),
    date_finalized: open ? '' : formatTime(seat.at + latency),
    latency: open ? '' : String(latency),
    status,
    error_code: open ? '0' : code,
    error_code_description: open ? '' : description,
    currency: '',
    total_price: status === 'rejected' ? '0.00000' : multiply(country.smsPrice, parts),
    id: seat.recordId,
    dcs: unicode ? '8' : '0',
    validity_period: '259200000',
    ip_address: `203.0.113.${random.below(20)}`,
    udh: parts > 1 ? `050003${random.hex(2)}${String(parts).padStart(2, '0')}01` : '',
    workflow_id: '',
    tier_volume: country.code === 'US' ? '0-1000000' : '',
  }
}

const makeInbound = (random: Random, seat: Seat): Row => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  return {
    account_id: seat.account,
    message_id: seat.mainId,
    direction: 'inbound',
    from: makeNumber(random, country),
    to: ownNumber(random),
    message_body: random.chance(0.4)
      ? random.pick(['STOP', 'Yes', 'NO', 'Ok 👍', 'Call me'])
      : makeText(random),
    network: network[0],
    network_name: network[1],
    country: country.code,
    country_name: country.name,
    date_received: formatTime(seat.at),
    currency: '',
    total_price: '0.0062',
    id: seat.recordId,
    tier_volume: '',
  }
}

export const makeSms: RowMaker = (random, seat) =>
  seat.direction === 'inbound' ? makeInbound(random, seat) : makeOutbound(random, seat)

export const makeSmsTrafficControl: RowMaker = (random, seat) => ({
  account_id: seat.account,
  message_id: random.uuid(),
  queue_duration: String(random.skewed(40 * second)),
  queued_time: formatTime(seat.at),
  status: random.chance(0.96) ? 'dequeued' : 'queued',
  id: seat.mainId,
})
