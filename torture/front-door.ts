import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProjectRoot } from '@/lib/config/project-root'
import type { CreateReportInput } from '@/lib/schemas/create-report'

/** What the page answered: the report that it accepted, or why it accepts none. */
export type Reply = { id: string } | { refusal: string }

/** A person's browser, as far as it is needed to ask for reports and to fetch their files. */
export class FrontDoor {
  readonly #url: string
  readonly #actions = {
    createReport: findAction('app/(app)/reports/new/actions.ts', 'createReport'),
    checkAccount: findAction('app/(app)/accounts/actions.ts', 'checkAccount'),
  }
  readonly #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async #fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, this.#url), {
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...init,
      headers: { origin: this.#url, cookie, ...init.headers },
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.#cookies.set(name, value)
    }
    return answer
  }

  async signIn(email: string, password: string): Promise<void> {
    this.#cookies.clear()
    const { csrfToken } = (await (await this.#fetch('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    const answer = await this.#fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
    })
    if (!answer.ok) throw new Error(`The sign-in was answered with ${answer.status}.`)
    await answer.text()
  }

  /** Calls a server action as its page does. */
  async #act(
    path: string,
    action: string,
    input: unknown,
  ): Promise<{ status: number; text: string }> {
    const answer = await this.#fetch(path, {
      method: 'POST',
      headers: {
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        'next-action': action,
      },
      body: JSON.stringify([input]),
    })
    return { status: answer.status, text: await answer.text() }
  }

  /** Sends the form. @throws when no answer came, or one that is none */
  async createReport(input: CreateReportInput): Promise<Reply> {
    const { status, text } = await this.#act('/reports/new', this.#actions.createReport, input)
    const id = /"ok":true,"data":\{[^}]*"id":"([0-9a-f-]{36})"/.exec(text)?.[1]
    if (id) return { id }
    const refusal = /"ok":false,.*?"message":"([^"]*)"/.exec(text)?.[1]
    if (refusal) return { refusal }
    throw new Error(`The form was answered with ${status}: ${text.slice(0, 300)}`)
  }

  /** What a person does who sees that Vonage refuses an account: “Check now”. */
  async checkAccount(accountId: string): Promise<void> {
    await this.#act('/accounts', this.#actions.checkAccount, { id: accountId })
  }

  /** Downloads a report. A single file must have the hash that the answer promises. */
  async tryDownload(reportId: string): Promise<string> {
    const answer = await this.#fetch(`/api/reports/${reportId}/download`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status === 404 || answer.status === 409) return 'no file'
    if (!answer.ok) throw new Error(`The download was answered with ${answer.status}.`)
    const promised = answer.headers.get('etag')?.replaceAll('"', '')
    const hash = createHash('sha256').update(bytes).digest('hex')
    return bytes.length > 0 && (!promised || promised === hash) ? 'whole' : 'not the promised file'
  }
}

type Manifest = { node: Record<string, { filename?: string; exportedName?: string }> }

/** The id that the build gave to a server action. */
function findAction(filename: string, exportedName: string): string {
  const path = join(findProjectRoot(), '.next', 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const found = Object.entries(node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  )
  if (!found) throw new Error(`The build has no server action ${exportedName} in ${filename}.`)
  return found[0]
}
