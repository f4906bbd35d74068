import { formatTime } from '../../times'
import { makeNumber } from '../contacts'
import { countries } from '../places'
import { weigh } from '../random'
import type { RowMaker } from '../row'

const levels = weigh([
  [['basic', '0.0000'], 20],
  [['standard', '0.0050'], 45],
  [['advanced', '0.0300'], 35],
] as const)

export const makeInsight: RowMaker = (random, seat) => {
  const country = random.pickWeighted(countries)
  const network = random.pick(country.networks)
  const [level, price] = random.pickWeighted(levels)
  const found = random.chance(0.96)
  return {
    account_id: seat.account,
    request_id: seat.mainId,
    country: country.code,
    country_name: country.name,
    currency: '',
    date_received: formatTime(seat.at),
    first_name: '',
    last_name: '',
    network: network[0],
    network_name: network[1],
    network_type: network[0].endsWith('FIXED') ? 'landline' : 'mobile',
    number: makeNumber(random, country),
    ported: random.chance(0.15) ? 'ported' : 'not_ported',
    product_type: level,
    reachable: random.pick(['reachable', 'reachable', 'unknown', 'absent']),
    response_code: found ? '0' : '44',
    status: found ? 'Success' : 'Lookup handler returned an error, "no route"',
    total_price: price,
    valid: found ? 'valid' : 'not_valid',
    id: seat.recordId,
  }
}

export const makeInsightV2: RowMaker = (random, seat) => {
  const country = random.pickWeighted(countries)
  const type = random.pick(['fraud-score', 'sim-swap'])
  return {
    account_id: seat.account,
    request_id: seat.mainId,
    number: makeNumber(random, country),
    request_type: type,
    risk: type === 'fraud-score' ? random.pick(['low', 'low', 'low', 'medium', 'high']) : '',
    swapped: type === 'sim-swap' ? random.pick(['false', 'false', 'false', 'true']) : '',
    country: country.code,
    network: random.pick(country.networks)[0],
    date_received: formatTime(seat.at),
    status: random.chance(0.97) ? 'completed' : 'failed',
    currency: 'EUR',
    total_price: '0.0400',
    id: seat.recordId,
  }
}
