import { expect, test } from 'vitest'
import { findImportFaults } from './find-import-faults.mjs'
import * as rules from './import-rules.mjs'

const find = (path: string, source: string) => findImportFaults(path, source, rules)

test.each([
  ['lib/catalogue/a.ts', "import { b } from '@/lib/schemas/b'"],
  ['lib/data/a.ts', "import { b } from '../services/b'"],
  ['lib/vonage/a.ts', "import {\n  b,\n  c,\n} from '@/lib/data/b'"],
  ['app/reports/page.tsx', "import { getDb } from '@/lib/db/client'"],
  ['app/reports/page.tsx', "import type { Db } from '@/lib/db/client'"],
  ['components/a.tsx', "import { create } from '@/lib/services/create-report'"],
  ['components/a.tsx', "export * from '@/lib/data/reports'"],
  ['lib/services/a.ts', "const b = await import('@/sandbox/b')"],
  ['lib/services/a.ts', "import '@/worker/main'"],
  ['server/a.ts', "import { b } from '../web/b'"],
  ['lib/unheard-of/a.ts', ''],
])('refuses in %s: %s', (path, source) => {
  expect(find(path, source)).toHaveLength(1)
})

test.each([
  ['components/a.tsx', "import type { Report } from '@/lib/services/create-report'"],
  ['components/a.tsx', "import { paths } from '@/lib/paths'"],
  ['lib/services/a.ts', "import { b } from '@/lib/data/b'\nimport { c } from './c'"],
  ['lib/services/a.test.ts', "import { createTestDatabase } from '@/lib/db/test-database'"],
  ['app/reports/page.tsx', "import { useState } from 'react'"],
])('allows in %s: %s', (path, source) => {
  expect(find(path, source)).toEqual([])
})
