import { expect, test } from 'vitest'
import { describeCut } from './describe-cut'

const cutOff = { firstRecordAt: '2026-06-01T00:00:00Z', lastRecordAt: '2026-06-12T10:00:00Z' }
const tell = (order: string | null) =>
  describeCut({ rows: 1204311, cutOff: order === null ? null : { ...cutOff, order } }, 'UTC')

test.each([
  ['ascending', '1,204,311 rows came, up to a record of 12 Jun 2026, 10:00.'],
  ['descending', '1,204,311 rows came, the newest first, back to a record of 1 Jun 2026, 00:00.'],
  [
    'mixed',
    '1,204,311 rows came, of records between 1 Jun 2026, 00:00 and 12 Jun 2026, 10:00 in no order of time, so any may be missing.',
  ],
  [null, '1,204,311 rows came; when their records are of could not be read.'],
])('%s', (order, text) => expect(tell(order)).toBe(text))
