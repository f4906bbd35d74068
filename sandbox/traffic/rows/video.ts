import { formatTime, second } from '../../times'
import { weigh } from '../random'
import type { Row, RowMaker } from '../row'

/** The feature, the column that names its object, and the price of a minute. */
const features = weigh([
  [['Subscriber minutes', 'subscriber_id', '0.0041'], 50],
  [['Video Session', 'meeting_id', '0.0000'], 20],
  [['Archiving', 'archive_id', '0.0350'], 12],
  [['Broadcasting', 'broadcast_id', '0.0150'], 6],
  [['HLS', 'hls_id', '0.0015'], 4],
  [['Experience composer', 'composer_id', '0.0210'], 3],
  [['Live_Captions', '', '0.0240'], 3],
  [['SIP_Interconnect', '', '0.0070'], 2],
] as const)

export const makeVideo: RowMaker = (random, seat) => {
  const [feature, column, price] = random.pickWeighted(features)
  const duration = random.skewed(900)
  const row: Row = {
    account_id: seat.account,
    application_id: `a9911ca1-0000-4000-a000-00000000000${random.below(4)}`,
    currency: 'USD',
    date_end: formatTime(seat.at + duration * second),
    date_start: formatTime(seat.at),
    duration: String(duration),
    feature_name: feature,
    meeting_id: random.uuid(),
    session_id: `2_MX4${random.hex(24)}`,
    tier_volume: '0-onwards',
    total_price: ((Number(price) * duration) / 60).toFixed(5),
    id: seat.mainId,
  }
  if (column && column !== 'meeting_id') row[column] = random.uuid()
  return row
}
