import { mix, toFraction } from './hash'
import type { Stream } from './stream'

/** Records a day of an account of size 1, by product and direction. */
const perDay: Record<string, number> = {
  'SMS outbound': 2600,
  'SMS inbound': 420,
  'SMS-TRAFFIC-CONTROL': 160,
  'MESSAGES outbound': 1400,
  'MESSAGES inbound': 520,
  'CONVERSATION-EVENT': 240,
  'CONVERSATION-MESSAGE': 130,
  CONVERSATIONS: 110,
  'VOICE-CALL outbound': 520,
  'VOICE-CALL inbound': 240,
  'VOICE-FAILED outbound': 70,
  'VOICE-FAILED inbound': 20,
  'VOICE-TTS': 180,
  'IN-APP-VOICE': 60,
  'WEBSOCKET-CALL': 45,
  'ASR outbound': 40,
  'ASR inbound': 60,
  AMD: 90,
  'VERIFY-API': 260,
  'VERIFY-V2': 380,
  'NUMBER-INSIGHT': 150,
  'NUMBER-INSIGHT-V2': 70,
  'VIDEO-API': 85,
  'NETWORK-API-EVENT': 120,
}

/** Mean 1: nights are quiet, late morning and early evening are busy (UTC). */
const hourWave = [
  0.25, 0.2, 0.17, 0.17, 0.22, 0.4, 0.7, 1.05, 1.45, 1.7, 1.75, 1.65, 1.5, 1.45, 1.5, 1.55, 1.6,
  1.6, 1.45, 1.2, 0.95, 0.7, 0.45, 0.34,
]

/** Mean 1, from Sunday. */
const weekdayWave = [0.6, 1.1, 1.15, 1.15, 1.15, 1.2, 0.65]

/** How many records a stream has in an hour (counted in hours since 1970). Always the same answer. */
export function countRowsInHour(stream: Stream, hour: number): number {
  if (stream.endsAtHour !== null && hour >= stream.endsAtHour) return 0
  const daily = (perDay[stream.name] ?? 0) * stream.size
  if (daily === 0) return 0
  const dayNumber = Math.floor(hour / 24)
  const weekday = (dayNumber + 4) % 7
  const wave = (hourWave[hour % 24] as number) * (weekdayWave[weekday] as number)
  const campaign = mix(stream.key, dayNumber, 77) % 23 === 0 ? 1.7 : 1
  const noise = 0.85 + 0.3 * toFraction(mix(stream.key, hour, 11))
  const expected = (daily / 24) * wave * campaign * noise
  return Math.floor(expected + toFraction(mix(stream.key, hour, 12)))
}
