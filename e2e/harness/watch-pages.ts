import { type Browser, type BrowserContext, expect, type Request } from '@playwright/test'

const violationMark = 'CSP violation:'

export type Watched = {
  /** Waits for the answers that are still being read: those of a closed page are gone. */
  readAll: () => Promise<void>
  /** Fails on violations, on errors that no one announced, and on secrets. */
  check: () => Promise<void>
}

/**
 * Listens to all that the pages of a browser say and are told, in every context that is opened from now on: errors in its console, exceptions, violations of its
 * Content-Security-Policy, which no test may tolerate, and secrets in the body of any answer.
 * @param tolerated console errors that belong to the test
 * @param secrets by name
 */
export function watchPages(
  browser: Browser,
  tolerated: readonly RegExp[],
  secrets: ReadonlyMap<string, string>,
): Watched {
  const errors: string[] = []
  const violations: string[] = []
  const reading: Promise<{ url: string; body: string }>[] = []

  function watch(context: BrowserContext): void {
    void context.addInitScript(reportViolations, violationMark)
    context.on('weberror', (error) => errors.push(`${error.error()}`))
    context.on('console', (message) => {
      if (message.text().startsWith(violationMark)) violations.push(message.text())
      else if (message.type() === 'error')
        errors.push(`${message.text()} (${message.location().url})`)
    })
    context.on('requestfinished', (request) => {
      const url = request.url()
      if (!url.includes('/_next/static/') && !url.includes('/download'))
        reading.push(readBody(request).then((body) => ({ url, body })))
    })
  }

  browser.on('context', watch)
  return {
    readAll: async () => void (await Promise.all(reading)),
    check: async () => {
      browser.off('context', watch)
      expect(violations, 'violations of the Content-Security-Policy').toEqual([])
      const unannounced = errors.filter((text) => !tolerated.some((known) => known.test(text)))
      expect(unannounced, 'errors in the browser').toEqual([])
      for (const { url, body } of await Promise.all(reading)) expectNoSecret(url, body, secrets)
    },
  }
}

/** Runs in the browser, before any script of the page. */
function reportViolations(mark: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample, documentURI, lineNumber } = event
    console.warn(mark, effectiveDirective, blockedURI, sample, documentURI, lineNumber)
  })
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
