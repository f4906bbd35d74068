'use client'

import { Command } from 'cmdk'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { paths } from '@/lib/paths'
import { Dialog } from '../ui/dialog'
import type { NavItem } from './nav-list'

const itemClass =
  'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-ink-2 forced-colors:data-[selected=true]:outline-2'

/** Ctrl/Cmd-K: go to a place by typing a part of its name. */
export function CommandPalette({ nav }: { nav: readonly NavItem[] }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (!document.querySelector('dialog:modal')) setOpen(true)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])

  function go(href: string) {
    setOpen(false)
    router.push(href)
  }

  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Go to">
      <Command label="Go to" loop className="grid gap-2">
        <Command.Input placeholder="Type a name" className="control" />
        <Command.List className="max-h-72 overflow-y-auto">
          <Command.Empty className="px-2 py-3 text-ink-2">Nothing by this name.</Command.Empty>
          <Command.Item className={itemClass} onSelect={() => go(paths.newReport)}>
            <Plus aria-hidden />
            New report
          </Command.Item>
          {nav.map((item) => (
            <Command.Item key={item.href} className={itemClass} onSelect={() => go(item.href)}>
              {item.icon}
              {item.label}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
