import { buffer } from 'node:stream/consumers'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import yauzl from 'yauzl'
import { paths } from '@/lib/paths'
import type { KeyPair, SandboxAdmin } from '../harness/sandbox-admin'

export type CsvRecord = Record<string, string>

/** All records of one product in a report, as the dashboard merges them. */
export async function readMerged(page: Page, reportId: string, product: string) {
  const response = await page.request.get(paths.api.downloadProduct(reportId, product))
  expect(response.status()).toBe(200)
  return parseCsv(await response.text())
}

/** What the sandbox gives for a question, asked for without the dashboard. */
export async function fetchRecords(
  sandbox: SandboxAdmin,
  pair: KeyPair,
  question: object,
): Promise<CsvRecord[]> {
  const body = JSON.stringify(question)
  const made = await askSandbox(sandbox, '/v2/reports', pair, { method: 'POST', body })
  const { request_id: id } = await made.json()
  let report = { request_status: '', _links: { download_report: { href: '' } } }
  await expect(async () => {
    report = await (await askSandbox(sandbox, `/v2/reports/${id}`, pair)).json()
    expect(report.request_status).toBe('SUCCESS')
  }).toPass({ timeout: 60_000 })
  const file = await askSandbox(sandbox, report._links.download_report.href, pair)
  const zip = await yauzl.fromBufferPromise(Buffer.from(await file.arrayBuffer()))
  for await (const entry of zip.eachEntry())
    return parseCsv((await buffer(await zip.openReadStreamPromise(entry))).toString())
  return []
}

/** The dashboard calls with the same key: its limit is shared. */
async function askSandbox(sandbox: SandboxAdmin, path: string, pair: KeyPair, init?: RequestInit) {
  let response = new Response()
  await expect(async () => {
    response = await sandbox.fetch(path, pair, init)
    expect(response.status).toBe(200)
  }).toPass({ timeout: 60_000 })
  return response
}

function parseCsv(text: string): CsvRecord[] {
  return parse(text, { columns: true })
}
