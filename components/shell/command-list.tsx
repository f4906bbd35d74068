'use client'

import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { FileText, MousePointerClick, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { paths } from '@/lib/paths'
import { findReportsOptions } from '@/lib/queries/find-reports'
import type { NavItem } from './nav-list'
import type { PageAction } from './page-actions'

const itemClass =
  'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2 forced-colors:data-[selected=true]:outline-2'
const groupClass =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-2 [&_[cmdk-group-heading]]:text-xs'

/** The palette's field and what it finds: what this page offers, places, and reports that the server finds. */
export function CommandList({
  nav,
  actions,
  canCreate,
  onDone,
}: {
  nav: readonly NavItem[]
  actions: readonly PageAction[]
  canCreate: boolean
  onDone: () => void
}) {
  const router = useRouter()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery(findReportsOptions(asked))
  const go = (href: string) => {
    onDone()
    router.push(href)
  }
  return (
    <Command label="Go to" loop className="grid gap-2">
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Type the name of a page, an action or a report"
        className="control"
      />
      <Command.List className="max-h-80 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-ink-2">
          {found.isFetching ? 'Looking for reports' : 'Nothing by this name.'}
        </Command.Empty>
        {actions.length > 0 && (
          <Command.Group heading="On this page" className={groupClass}>
            {actions.map(({ name, run }) => (
              <Item
                key={name}
                value={`here ${name}`}
                icon={<MousePointerClick aria-hidden />}
                onSelect={() => {
                  onDone()
                  // Once the dialog is gone and the focus is back.
                  setTimeout(run)
                }}
              >
                {name}
              </Item>
            ))}
          </Command.Group>
        )}
        <Command.Group heading="Pages" className={groupClass}>
          {canCreate && (
            <Item icon={<Plus aria-hidden />} onSelect={() => go(paths.newReport)}>
              New report
            </Item>
          )}
          {nav.map((item) => (
            <Item key={item.href} icon={item.icon} onSelect={() => go(item.href)}>
              {item.label}
            </Item>
          ))}
        </Command.Group>
        {found.data && found.data.length > 0 && (
          <Command.Group heading="Reports" className={groupClass} forceMount>
            {found.data.map(({ id, title, createdBy }) => (
              <Item
                key={id}
                value={id}
                icon={<FileText aria-hidden />}
                onSelect={() => go(paths.report(id))}
                forceMount
              >
                <span className="truncate">{title}</span>
                <span className="ml-auto truncate text-ink-2 text-xs">{createdBy}</span>
              </Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

function Item({
  icon,
  children,
  ...rest
}: {
  icon: ReactNode
  value?: string
  forceMount?: boolean
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Command.Item {...rest} className={itemClass}>
      {icon}
      {children}
    </Command.Item>
  )
}
