import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

type Cookies = { cookies: { name: string; value: string }[] }

/** An answer that is read as it comes: Playwright's own client waits for the end. */
export type OpenAnswer = {
  status: number
  /** What has come so far. */
  text: () => string
  /** Waits until the text matches. */
  until: (pattern: RegExp) => Promise<void>
  /** Stops reading: what the server still sends has to wait. */
  pause: () => void
  /** Reads on until the answer ends. @returns whether it came whole */
  end: () => Promise<'whole' | 'broken'>
}

/** Asks with somebody's cookies, and hands over the answer as soon as it begins. */
export async function openAnswer(url: string, { cookies }: Cookies): Promise<OpenAnswer> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const request = get(url, { headers: { cookie }, agent: false })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  // A connection that is reset is told of twice.
  request.on('error', () => undefined)
  const ended = new Promise<'whole' | 'broken'>((done) => {
    answer.once('end', () => done('whole'))
    answer.once('error', () => done('broken'))
  })
  answer.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
  })
  return {
    status: answer.statusCode ?? 0,
    text: () => text,
    until: async (pattern) => {
      while (!pattern.test(text))
        await Promise.race([
          once(answer, 'data'),
          ended.then(() => Promise.reject(new Error(`It ended without ${pattern}: ${text}`))),
        ])
    },
    pause: () => void answer.pause(),
    end: () => {
      answer.resume()
      return ended
    },
  }
}
