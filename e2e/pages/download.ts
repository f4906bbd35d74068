import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { getDb } from '@/lib/db/client'
import type { KeyPair, SandboxAdmin } from '../harness/sandbox-admin'

export type Downloaded = { name: string; bytes: Buffer }

/** Clicks a link and takes what the browser saves. */
export async function downloadBy(page: Page, link: Locator): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** What the sandbox itself answers for a report's file. */
export async function fetchOriginal(
  sandbox: SandboxAdmin,
  pair: KeyPair,
  reportId: string,
): Promise<Buffer> {
  const { requestId } = await getDb().reportRequest.findFirstOrThrow({ where: { reportId } })
  const report = await (await sandbox.fetch(`/v2/reports/${requestId}`, pair)).json()
  const file = await sandbox.fetch(report._links.download_report.href, pair)
  return Buffer.from(await file.arrayBuffer())
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
