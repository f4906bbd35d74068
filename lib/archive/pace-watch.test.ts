import { expect, test } from 'vitest'
import { watchPace } from './pace-watch'

/** Hands over so many bytes each second, for so many seconds. */
function run(
  bytesPerSecond: number,
  seconds: number,
  watch: (bytes: number) => void,
  time: { now: number },
) {
  for (let second = 0; second < seconds; second++) {
    time.now += 1000
    watch(bytesPerSecond)
  }
}

test('a trickle is given up after a minute, also when it began well', () => {
  const time = { now: 0 }
  const watch = watchPace(() => time.now)
  run(100_000, 60, watch, time)
  run(4_000, 59, watch, time)
  expect(() => run(4_000, 1, watch, time)).toThrow('less than 4 KB a second')
})

test('a slow but sufficient download goes on for hours', () => {
  const time = { now: 0 }
  run(
    4_400,
    7200,
    watchPace(() => time.now),
    time,
  )
})

test('a download that is over within the minute is never too slow', () => {
  const time = { now: 0 }
  run(
    1,
    59,
    watchPace(() => time.now),
    time,
  )
})
