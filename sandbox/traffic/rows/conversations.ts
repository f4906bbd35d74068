import { formatTime } from '../../times'
import type { Random } from '../random'
import type { RowMaker } from '../row'

const application = (random: Random) => `a9911ca1-0000-4000-a000-00000000000${random.below(4)}`

export const makeConversationEvent: RowMaker = (random, seat) => ({
  account_id: seat.account,
  request_id: random.uuid(),
  application_id: application(random),
  client_ref: '',
  conversation_id: `CON-${random.uuid()}`,
  creation_date: formatTime(seat.at),
  currency: 'EUR',
  price: '0.0008',
  total_price: '0.0008',
  user_id: `USR-${random.uuid()}`,
  status: '0',
  type: random.chance(0.6) ? 'ip-voice' : 'cs-custom-event',
  id: seat.mainId,
})

export const makeConversationMessage: RowMaker = (random, seat) => ({
  account_id: seat.account,
  application_id: application(random),
  client_ref: '',
  conversation_id: `CON-${random.uuid()}`,
  creation_date: formatTime(seat.at),
  currency: 'EUR',
  from_channel: random.pick(['app', 'sms', 'whatsapp', 'messenger']),
  from_member_id: `MEM-${random.uuid()}`,
  from_message_id: random.uuid(),
  from_user_id: `USR-${random.uuid()}`,
  other_ids: random.chance(0.3) ? `${random.uuid()},${random.uuid()}` : '',
  price: '0.0011',
  total_price: '0.0011',
  trace_id: random.hex(32),
  id: seat.mainId,
})
