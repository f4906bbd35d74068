import { hour as hourMs } from '../times'
import { mix, toFraction } from './hash'
import type { Stream } from './stream'
import { countRowsInHour } from './volume'

/** From `start` up to, not including, `end`, in ms. */
export type Window = { start: number; end: number }

/** Where a record stands: enough to make it, without its content. */
export type Place = { stream: Stream; hour: number; index: number; at: number }

/** When the record with this number was received: whole seconds, never before the one in front of it. */
export function placeInHour(stream: Stream, hour: number, index: number, count: number): Place {
  const jitter = toFraction(mix(stream.key, hour * 4096 + index, 13))
  const offset = Math.floor(((index + jitter) * 3600) / count)
  return { stream, hour, index, at: hour * hourMs + offset * 1000 }
}

function listHour(streams: readonly Stream[], hour: number): Place[] {
  const places: Place[] = []
  for (const stream of streams) {
    const count = countRowsInHour(stream, hour)
    for (let index = 0; index < count; index++) {
      places.push(placeInHour(stream, hour, index, count))
    }
  }
  return streams.length > 1 ? places.sort((a, b) => a.at - b.at) : places
}

function isInside(window: Window, place: Place): boolean {
  return place.at >= window.start && place.at < window.end
}

/** All records of the window in the order of time. */
export function* walkPlaces(streams: readonly Stream[], window: Window): Generator<Place> {
  const last = Math.ceil(window.end / hourMs)
  for (let hour = Math.floor(window.start / hourMs); hour < last; hour++) {
    const whole = hour * hourMs >= window.start && (hour + 1) * hourMs <= window.end
    for (const place of listHour(streams, hour)) {
      if (whole || isInside(window, place)) yield place
    }
  }
}

/** As many as `walkPlaces` gives, without walking the whole hours. */
export function countPlaces(streams: readonly Stream[], window: Window): number {
  let total = 0
  const last = Math.ceil(window.end / hourMs)
  for (let hour = Math.floor(window.start / hourMs); hour < last; hour++) {
    const whole = hour * hourMs >= window.start && (hour + 1) * hourMs <= window.end
    if (whole) for (const stream of streams) total += countRowsInHour(stream, hour)
    else for (const place of listHour(streams, hour)) if (isInside(window, place)) total++
  }
  return total
}
