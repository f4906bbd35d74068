import { formatTime, second } from '../../times'
import { makeNumber } from '../contacts'
import { countries } from '../places'
import type { RowMaker } from '../row'

const calls = [
  ['camara-sim-swap', 'check', '/camara/sim-swap/v040/check'],
  ['camara-sim-swap', 'retrieve-date', '/camara/sim-swap/v040/retrieve-date'],
  ['camara-number-verification', 'verify', '/camara/number-verification/v031/verify'],
  ['camara-device-status', 'connectivity', '/camara/device-status/v050/connectivity'],
] as const

export const makeNetworkEvent: RowMaker = (random, seat) => {
  const country = random.pickWeighted(countries)
  const [name, type, path] = random.pick(calls)
  const ok = random.chance(0.94)
  return {
    account_id: seat.account,
    application_id: `a9911ca1-0000-4000-a000-00000000000${random.below(4)}`,
    correlation_id: random.uuid(),
    country_code: country.code,
    country: country.code,
    currency: 'EUR',
    event_time: formatTime(seat.at),
    msisdn: makeNumber(random, country),
    network: random.pick(country.networks)[0],
    product_name: name,
    product_path: path,
    record_creation_time: formatTime(seat.at + second),
    request_session_id: random.uuid(),
    request_type: type,
    response_result: ok ? random.pick(['true', 'false']) : '',
    status: ok ? 'SUCCESS' : 'FAILED',
    total_price: ok ? '0.0400' : '0.0000',
    id: seat.mainId,
  }
}
