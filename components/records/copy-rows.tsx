'use client'

import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toaster'
import type { LookupRows } from '@/lib/schemas/record-lookup'
import { toTabbed } from './to-tabbed'

/** Copies the rows that are shown, as a spreadsheet takes them. */
export function CopyRows({ rows }: { rows: LookupRows }) {
  const toast = useToast()
  const copy = async () => {
    try {
      // Absent on plain http to another machine.
      await navigator.clipboard.writeText(toTabbed(rows))
      toast({ tone: 'positive', title: `${rows.rows.length} rows are copied.` })
    } catch {
      toast({
        tone: 'negative',
        title: 'The browser did not let us copy.',
        text: 'Save them as CSV instead.',
      })
    }
  }
  return (
    <Button icon={<Copy aria-hidden />} onClick={copy}>
      Copy rows
    </Button>
  )
}
