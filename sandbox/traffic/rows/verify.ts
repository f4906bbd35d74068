import { formatTime, second } from '../../times'
import { makeNumber } from '../contacts'
import { multiply } from '../money'
import { countries } from '../places'
import { weigh } from '../random'
import type { RowMaker } from '../row'
import { makeReference } from '../texts'

const outcomes = weigh([
  ['SUCCESS', 82],
  ['EXPIRED', 11],
  ['FAILED', 4],
  ['CANCELLED', 3],
] as const)

export const makeVerifyV1: RowMaker = (random, seat) => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const sms = random.between(1, 3)
  const tts = random.chance(0.1) ? 1 : 0
  const first = seat.at + second
  return {
    account_id: seat.account,
    request_id: seat.mainId,
    country: country.code,
    country_name: country.name,
    currency: '',
    date_finalized: formatTime(first + random.between(20, 600) * second),
    date_received: formatTime(seat.at),
    estimated_price: multiply(country.smsPrice, sms),
    first_event_date: formatTime(first),
    from: 'VERIFY',
    last_event_date: formatTime(first + (sms - 1) * 125 * second),
    locale: country.locale,
    network: network[0],
    network_name: network[1],
    number_type: random.chance(0.94) ? 'mobile' : 'landline',
    price: '0.0500',
    pricing_model: 'conversion',
    sms_event_count: String(sms),
    sms_price: multiply(country.smsPrice, sms),
    status: random.pickWeighted(outcomes),
    to: makeNumber(random, country),
    tts_event_count: String(tts),
    tts_price: multiply(country.voicePrice, tts),
    id: seat.recordId,
  }
}

const channels = weigh([
  ['v2', 70],
  ['silent_auth', 18],
  ['email', 12],
] as const)

export const makeVerifyV2: RowMaker = (random, seat) => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const channel = random.pickWeighted(channels)
  const sms = channel === 'v2' ? random.between(1, 2) : 0
  return {
    account_id: seat.account,
    request_id: seat.mainId,
    channel,
    client_ref: makeReference(random),
    country: country.code,
    currency: 'EUR',
    date_received: formatTime(seat.at),
    email_event_count: channel === 'email' ? '1' : '0',
    if_fraud_check: random.chance(0.9) ? 'TRUE' : 'FALSE',
    locale: country.locale,
    network: network[0],
    network_name: network[1],
    parent_request_id: random.chance(0.3) ? random.uuid() : '',
    pin_length: String(random.pick([4, 4, 6])),
    rcs_event_count: '0',
    silentauth_event_count: channel === 'silent_auth' ? '1' : '0',
    sms_event_count: String(sms),
    status: random.pick(['completed', 'completed', 'completed', 'expired', 'failed']),
    to: channel === 'email' ? 'someone@example.com' : makeNumber(random, country),
    total_price: '0.0450',
    tts_event_count: '0',
    whatsapp_event_count: random.chance(0.1) ? '1' : '0',
    id: seat.recordId,
  }
}
