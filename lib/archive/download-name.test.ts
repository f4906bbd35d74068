import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toContentDisposition } from './content-disposition'
import { toDownloadName } from './download-name'

const report = {
  product: 'SMS',
  direction: 'outbound',
  from: '2026-06-01',
  to: '2026-06-30',
  id: 'abcd1234-5678-4abc-8def-001122334455',
}

test('a download is named after what was asked', () => {
  expect(toDownloadName(report, 'zip')).toBe('SMS_outbound_2026-06-01_2026-06-30_abcd1234.zip')
  expect(toDownloadName({ ...report, product: 'VERIFY-V2', direction: null }, 'csv')).toBe(
    'VERIFY-V2_2026-06-01_2026-06-30_abcd1234.csv',
  )
})

test('a name is safe whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (product, direction) => {
      const name = toDownloadName({ ...report, product, direction }, 'zip')
      expect(name).toMatch(/^[A-Za-z0-9_-]+\.zip$/)
    }),
  )
})

test('a plain name needs no second form', () => {
  expect(toContentDisposition('SMS_1.zip')).toBe('attachment; filename="SMS_1.zip"')
})

test('other names are given in ASCII and exactly', () => {
  expect(toContentDisposition('Größe "1" (é).zip')).toBe(
    'attachment; filename="Gr__e _1_ (_).zip"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe%20%221%22%20%28%C3%A9%29.zip',
  )
})

test('no name breaks out of the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(toContentDisposition(name)).toMatch(
        /^attachment; filename="[\x20-\x7e]*"(; filename\*=UTF-8''[A-Za-z0-9%_.!~-]*)?$/,
      )
    }),
  )
})
