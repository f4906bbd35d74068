'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { paths } from '@/lib/paths'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { useShortcut } from './use-shortcut'

const keys = [
  { keys: ['N'], text: 'New report' },
  { keys: ['/'], text: 'Search this page' },
  { keys: ['↓', '↑'], text: 'Walk through a table' },
  { keys: ['Enter'], text: 'Open what is there' },
  { keys: ['X'], text: 'Select the row, with Shift all since the last' },
  { keys: ['Esc'], text: 'Close, or select nothing' },
  { keys: ['Ctrl', 'K'], text: 'Go anywhere' },
  { keys: ['?'], text: 'Show these keys' },
]

/** The keys that work on every page. `/` goes to the page's `input[type=search]`. */
export function Shortcuts() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  useShortcut('n', () => router.push(paths.newReport))
  useShortcut('?', () => setOpen(true))
  useShortcut('/', () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus())

  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keys" size="sm">
      <ul>
        {keys.map((line) => (
          <li
            key={line.text}
            className="flex justify-between border-line border-b py-2 last:border-0"
          >
            {line.text}
            <span className="flex gap-1">
              {line.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
