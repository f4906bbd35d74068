import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import { mix } from './hash'
import { Random } from './random'
import { encodeRecordId } from './record-id'
import type { Row, RowMaker } from './row'
import { makeConversationEvent, makeConversationMessage } from './rows/conversations'
import { makeInsight, makeInsightV2 } from './rows/insight'
import { makeMessage } from './rows/messages'
import { makeNetworkEvent } from './rows/network'
import { makeSms, makeSmsTrafficControl } from './rows/sms'
import { makeVerifyV1, makeVerifyV2 } from './rows/verify'
import { makeVideo } from './rows/video'
import {
  makeCall,
  makeFailedCall,
  makeInAppCall,
  makeMachineDetection,
  makeRecognition,
  makeSpeech,
  makeWebSocketCall,
} from './rows/voice'
import type { Stream } from './stream'
import type { Place } from './walk'

const makers: Record<Exclude<ProductCode, 'REPORTS-USAGE'>, RowMaker> = {
  SMS: makeSms,
  'SMS-TRAFFIC-CONTROL': makeSmsTrafficControl,
  MESSAGES: makeMessage,
  'CONVERSATION-EVENT': makeConversationEvent,
  'CONVERSATION-MESSAGE': makeConversationMessage,
  CONVERSATIONS: makeConversationEvent,
  'VOICE-CALL': makeCall,
  'VOICE-FAILED': makeFailedCall,
  'VOICE-TTS': makeSpeech,
  'IN-APP-VOICE': makeInAppCall,
  'WEBSOCKET-CALL': makeWebSocketCall,
  ASR: makeRecognition,
  AMD: makeMachineDetection,
  'VERIFY-API': makeVerifyV1,
  'VERIFY-V2': makeVerifyV2,
  'NUMBER-INSIGHT': makeInsight,
  'NUMBER-INSIGHT-V2': makeInsightV2,
  'VIDEO-API': makeVideo,
  'NETWORK-API-EVENT': makeNetworkEvent,
}

/** The key of a stream's `id` column; its messages, calls and requests have the stream's own. */
export function recordKeyOf(stream: Stream): number {
  return mix(stream.key, 0x1d, 3)
}

/** The record at this place: the same content whenever it is asked for. */
export function makeRow({ stream, hour, index, at }: Place): Row {
  if (stream.product === 'REPORTS-USAGE') throw new Error('REPORTS-USAGE is not made from a seed')
  const mainId = encodeRecordId(stream.key, hour, index)
  const ownId = getProduct(stream.product).idColumn === 'id'
  return makers[stream.product](new Random(mix(stream.key, hour, index)), {
    account: stream.account,
    direction: stream.direction,
    at,
    mainId,
    recordId: ownId ? mainId : encodeRecordId(recordKeyOf(stream), hour, index),
  })
}
