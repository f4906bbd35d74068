import { createReport } from './pages/new-report'
import { fetchRecords, readMerged } from './pages/records'
import { expect, test } from './test'

test('the rest of a report that Vonage cut off is asked for with one click, and no record is there twice', async ({
  page,
  account,
  sandbox,
}) => {
  const { apiKey } = account
  await sandbox.break({ name: 'truncated', account: apiKey, count: 1 })
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready, truncated', { exact: true })).toBeVisible()
  await expect(page.getByText(/^[\d,]+ rows came, up to a record of /)).toBeVisible()

  await page.getByRole('main').getByRole('button', { name: 'Ask for the rest' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask for the rest' })
  await expect(dialog.getByText(/^About [\d,]+ records/)).toBeVisible()
  expect(await sandbox.countMade(apiKey)).toBe(1)
  await dialog.getByRole('button', { name: 'Ask for the rest' }).click()
  await expect(dialog).toBeHidden()
  const taken = page.getByRole('table', { name: 'Taken from earlier files' })
  await expect(taken).toContainText('This report, cut off by Vonage')
  await expect(async () => {
    const [first, ...parts] = await sandbox.statuses(apiKey)
    expect(first).toBe('TRUNCATED')
    expect(parts.length).toBeGreaterThanOrEqual(2)
    expect(parts).toEqual(parts.map(() => 'SUCCESS'))
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText(/(\d+) of \1 ready/)).toBeVisible()

  const [first] = await sandbox.questions(apiKey)
  const merged = await readMerged(page, reportId, 'SMS')
  const whole = await fetchRecords(sandbox, account, {
    product: 'SMS',
    direction: 'outbound',
    account_id: apiKey,
    date_start: new Date(first?.dateStart ?? 0).toISOString(),
    date_end: new Date(first?.dateEnd ?? 0).toISOString(),
  })
  const ids = (records: { id?: string }[]) => records.map(({ id }) => id).toSorted()
  expect(ids(merged)).toEqual(ids(whole))
})
