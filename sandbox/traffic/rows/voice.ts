import { formatTime, second } from '../../times'
import { makeNumber, ownNumber } from '../contacts'
import { multiply } from '../money'
import { countries } from '../places'
import { type Random, weigh } from '../random'
import type { Row, RowMaker, Seat } from '../row'

function makeParties(random: Random, seat: Seat) {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const [ours, theirs] = [ownNumber(random), makeNumber(random, country)]
  const inbound = seat.direction === 'inbound'
  return { country, network, from: inbound ? theirs : ours, to: inbound ? ours : theirs }
}

/** A price by the minute, for so many seconds, to six decimals. */
function pricePerSecond(perMinute: string, seconds: number): string {
  return ((((Number(perMinute) * 1e6) / 60) * seconds) / 1e6).toFixed(6)
}

export const makeCall: RowMaker = (random, seat) => {
  const { country, network, from, to } = makeParties(random, seat)
  const duration = random.skewed(95)
  return {
    account_id: seat.account,
    call_id: seat.mainId,
    country: country.code,
    country_name: country.name,
    currency: 'EUR',
    date_end: formatTime(seat.at + duration * second),
    date_start: formatTime(seat.at),
    direction: seat.direction ?? 'outbound',
    duration: String(duration),
    forced_from: '',
    from,
    network: network[0],
    network_name: network[1],
    price: country.voicePrice,
    status: random.chance(0.93) ? 'ANSWERED' : 'MACHINE',
    status_code: '200',
    status_description: 'The call was successful.',
    tier_volume: random.chance(0.5) ? '0-600000' : '0-600000_600000-onwards',
    to,
    total_price: pricePerSecond(country.voicePrice, duration),
    id: seat.recordId,
  }
}

const callFailures = weigh([
  [['486', 'Busy here'], 34],
  [['480', 'Temporarily unavailable'], 30],
  [['404', 'Number not found'], 16],
  [['603', 'Declined, "call rejected"'], 12],
  [['503', 'Carrier error, try again'], 8],
] as const)

export const makeFailedCall: RowMaker = (random, seat) => {
  const { country, network, from, to } = makeParties(random, seat)
  const [code, description] = random.pickWeighted(callFailures)
  return {
    account_id: seat.account,
    call_id: seat.mainId,
    country: country.code,
    country_name: country.name,
    date_end: formatTime(seat.at + random.between(1, 45) * second),
    date_start: formatTime(seat.at),
    direction: seat.direction ?? 'outbound',
    from,
    network: network[0],
    network_name: network[1],
    status: 'FAILED',
    status_code: code,
    status_description: description,
    to,
    id: seat.recordId,
  }
}

export const makeSpeech: RowMaker = (random, seat) => {
  const { country, from, to } = makeParties(random, seat)
  const length = random.between(12, 380)
  const duration = Math.ceil(length / 14)
  const start = seat.at + random.between(1, 20) * second
  return {
    account_id: seat.account,
    creation_date: formatTime(seat.at),
    currency: 'EUR',
    duration: String(duration),
    end_time: formatTime(start + duration * second),
    from,
    language: country.locale,
    length: String(length),
    size: String(length * 1850),
    premium: random.chance(0.2) ? 'TRUE' : 'FALSE',
    price: '0.0003',
    start_time: formatTime(start),
    status: random.chance(0.98) ? 'ok' : 'failed',
    style: String(random.below(6)),
    to,
    total_price: multiply('0.0003', Math.ceil(length / 100)),
    trace_id: random.hex(32),
    tts_type: random.pick(['standard', 'premium']),
    id: seat.mainId,
  }
}

export const makeInAppCall: RowMaker = (random, seat) => {
  const duration = random.skewed(140)
  return {
    account_id: seat.account,
    request_id: random.uuid(),
    application_id: `a9911ca1-0000-4000-a000-00000000000${random.below(4)}`,
    client_ref: '',
    conversation_id: `CON-${random.uuid()}`,
    currency: 'EUR',
    date_end: formatTime(seat.at + duration * second),
    date_start: formatTime(seat.at),
    duration: String(duration),
    leg_id: random.uuid(),
    price: '0.0025',
    status: random.pick(['completed', 'completed', 'completed', 'unanswered', 'failed']),
    total_price: pricePerSecond('0.0025', duration),
    user_id: `USR-${random.uuid()}`,
    id: seat.mainId,
  }
}

export const makeWebSocketCall: RowMaker = (random, seat) => {
  const duration = random.skewed(180)
  return {
    account_id: seat.account,
    call_id: seat.mainId,
    currency: 'EUR',
    date_end: formatTime(seat.at + duration * second),
    date_start: formatTime(seat.at),
    duration: String(duration),
    price: '0.0045',
    status: random.chance(0.95) ? '200' : '503',
    total_price: pricePerSecond('0.0045', duration),
    id: seat.recordId,
  }
}

export const makeRecognition: RowMaker = (random, seat): Row => {
  const { country, network, from, to } = makeParties(random, seat)
  const duration = random.between(1, 60)
  const failed = random.chance(0.06)
  return {
    account_id: seat.account,
    call_id: seat.mainId,
    asr_type: random.pick(['default', 'enhanced']),
    call_date_start: formatTime(seat.at - random.between(1, 90) * second),
    currency: 'EUR',
    date_end: formatTime(seat.at + duration * second),
    date_start: formatTime(seat.at),
    direction: seat.direction ?? 'outbound',
    duration: String(duration),
    from,
    price: '0.0160',
    status: failed ? 'error' : 'ok',
    status_description: failed ? 'ERR1: no speech, or not understood' : '',
    to,
    total_price: multiply('0.0160', Math.ceil(duration / 15)),
    id: seat.recordId,
    country: country.code,
    network: network[0],
  }
}

export const makeMachineDetection: RowMaker = (random, seat) => {
  const { from, to } = makeParties(random, seat)
  const mode = random.pick(['default', 'detect', 'detect_beep'])
  const machine = random.chance(0.35)
  return {
    account_id: seat.account,
    call_id: seat.mainId,
    amd_beep_detection_result: mode === 'detect_beep' && machine ? 'beep_start' : '',
    amd_detection_result: machine ? 'machine' : 'human',
    amd_result_sent: 'TRUE',
    amd_user_defined_beep_timeout: mode === 'detect_beep' ? '45' : '',
    amd_user_defined_behavior: random.pick(['continue', 'hangup']),
    amd_user_defined_mode: mode,
    currency: 'EUR',
    end_time: formatTime(seat.at + random.between(1, 8) * second),
    start_time: formatTime(seat.at),
    total_price: '0.0075',
    id: seat.recordId,
    from,
    to,
  }
}
