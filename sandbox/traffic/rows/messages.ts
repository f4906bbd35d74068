import { formatTime } from '../../times'
import { makeNumber, makeSender, ownNumber } from '../contacts'
import { countries } from '../places'
import { type Random, weigh } from '../random'
import type { Row, RowMaker, Seat } from '../row'
import { makeReference, makeText } from '../texts'

const providers = weigh([
  ['whatsapp', 52],
  ['sms', 18],
  ['rcs', 12],
  ['viber_service_msg', 7],
  ['messenger', 5],
  ['mms', 3],
  ['instagram', 2],
  ['email', 1],
] as const)

const statuses = weigh([
  ['read', 46],
  ['delivered', 40],
  ['submitted', 5],
  ['undeliverable', 5],
  ['rejected', 4],
] as const)

const errors = { rejected: '1300', undeliverable: '1330' } as const

const makeOutbound = (random: Random, seat: Seat): Row => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const provider = random.pickWeighted(providers)
  const status = random.pickWeighted(statuses)
  const failed = status === 'rejected' || status === 'undeliverable'
  const latency = random.skewed(1900) + 90
  const price = provider === 'whatsapp' ? '0.0058' : country.smsPrice
  const session = provider === 'whatsapp'
  return {
    account_id: seat.account,
    message_id: seat.mainId,
    client_ref: makeReference(random),
    direction: 'outbound',
    from: makeSender(random),
    to: makeNumber(random, country),
    country: country.code,
    country_name: country.name,
    provider,
    network: network[0],
    network_name: network[1],
    session_type: session ? random.pick(['utility', 'marketing', 'authentication']) : '',
    session_id: session ? random.hex(32) : '',
    date_received: formatTime(seat.at),
    date_finalized: status === 'submitted' ? '' : formatTime(seat.at + latency),
    latency: status === 'submitted' ? '' : String(latency),
    status,
    error_code: failed ? errors[status] : '0',
    currency: 'EUR',
    estimated_price: session ? '' : price,
    total_price: failed ? '0.0000' : price,
    message_body: makeText(random),
    pricing_model: session ? 'PMP' : 'CBP',
    pricing_type: session ? 'regular' : '',
    provider_error_code: failed ? String(random.between(131000, 131060)) : '',
    tier_volume: '',
    workflow_id: random.chance(0.05) ? random.uuid() : '',
    workflow_items_number: '',
    workflow_items_total: '',
    id: seat.recordId,
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
    country: country.code,
    provider: random.pickWeighted(providers),
    network: network[0],
    network_name: network[1],
    date_received: formatTime(seat.at),
    currency: 'EUR',
    total_price: '0.0010',
    message_body: makeText(random),
    status: 'delivered',
    tier_volume: '',
    id: seat.recordId,
  }
}

export const makeMessage: RowMaker = (random, seat) =>
  seat.direction === 'inbound' ? makeInbound(random, seat) : makeOutbound(random, seat)
