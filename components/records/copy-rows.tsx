'use client'

import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toaster'
import { useCopy } from '@/components/ui/use-copy'
import type { LookupRows } from '@/lib/schemas/record-lookup'
import { toTabbed } from './to-tabbed'

/** Copies the rows that are shown, as a spreadsheet takes them. */
export function CopyRows({ rows }: { rows: LookupRows }) {
  const toast = useToast()
  const copy = useCopy()
  return (
    <Button
      icon={<Copy aria-hidden />}
      onClick={async () => {
        if (await copy(toTabbed(rows), 'Save them as CSV instead.'))
          toast({ tone: 'positive', title: `${rows.rows.length} rows are copied.` })
      }}
    >
      Copy rows
    </Button>
  )
}
