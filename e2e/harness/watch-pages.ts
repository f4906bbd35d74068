import { expect, type Page, type Request } from '@playwright/test'

export type Watched = {
  /** Waits for what is still being read, then fails on errors that no one announced and on secrets. */
  check: () => Promise<void>
}

/**
 * Listens to all that a page says and is told: errors in its console, exceptions, and secrets in the body of any
 * answer.
 * @param tolerated console errors that belong to the test
 * @param secrets by name
 */
export function watchPage(
  page: Page,
  tolerated: readonly RegExp[],
  secrets: ReadonlyMap<string, string>,
): Watched {
  const errors: string[] = []
  const reading: Promise<{ url: string; body: string }>[] = []
  page.on('pageerror', (error) => errors.push(`${error}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('requestfinished', (request) => {
    const url = request.url()
    if (!url.includes('/_next/static/') && !url.includes('/download'))
      reading.push(readBody(request).then((body) => ({ url, body })))
  })

  return {
    check: async () => {
      const unannounced = errors.filter((text) => !tolerated.some((known) => known.test(text)))
      expect(unannounced, 'errors in the browser').toEqual([])
      for (const { url, body } of await Promise.all(reading)) expectNoSecret(url, body, secrets)
    },
  }
}

/** A redirect has no body, and that of a page that was left meanwhile is gone. */
async function readBody(request: Request): Promise<string> {
  try {
    return (await (await request.response())?.text()) ?? ''
  } catch {
    return ''
  }
}

/** Never prints the body, which would put the secret into a log. */
export function expectNoSecret(
  where: string,
  body: string,
  secrets: ReadonlyMap<string, string>,
): void {
  const found = [...secrets].filter(([, secret]) => body.includes(secret)).map(([name]) => name)
  expect(found, `secrets in ${where}`).toEqual([])
}
