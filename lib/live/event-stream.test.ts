import { expect, it, vi } from 'vitest'
import { createEventStream } from './event-stream'

const frame = (size: number) => new TextEncoder().encode('x'.repeat(size))

const makeResync = () => new TextEncoder().encode('read anew')

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const { value } = await reader.read()
  return new TextDecoder().decode(value)
}

it('holds no more for a slow reader than it may, and then tells it to read anew', async () => {
  const stream = createEventStream(makeResync, () => {})
  for (let sent = 0; sent < 1_000; sent++) stream.send(frame(4_096))
  const reader = stream.body.getReader()
  const got: string[] = []
  for (let index = 0; index < 5; index++) got.push(await readText(reader))
  expect(got.slice(0, 4).every((text) => text.startsWith('x'))).toBe(true)
  expect(got[4]).toBe('read anew')
  stream.send(frame(3))
  expect(await readText(reader)).toBe('xxx')
})

it('ends after what is waiting, and tells once that it is gone', async () => {
  const onGone = vi.fn()
  const stream = createEventStream(makeResync, onGone)
  stream.send(frame(1))
  stream.close()
  stream.close()
  stream.send(frame(2))
  const reader = stream.body.getReader()
  expect(await readText(reader)).toBe('x')
  expect(await reader.read()).toEqual({ done: true, value: undefined })
  expect(onGone).toHaveBeenCalledTimes(1)
})

it('notices a reader that goes', async () => {
  const onGone = vi.fn()
  const stream = createEventStream(makeResync, onGone)
  await stream.body.cancel()
  stream.send(frame(1))
  stream.close()
  expect(onGone).toHaveBeenCalledTimes(1)
})
