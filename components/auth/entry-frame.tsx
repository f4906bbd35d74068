import type { ReactNode } from 'react'

/** The page of somebody who isn't signed in: one column, one thing to do. */
export function EntryFrame({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-88 content-center gap-6 px-4 py-12">
      <header className="grid gap-1">
        <p className="text-ink-2 text-xs">Reports Dashboard</p>
        <h1 className="font-semibold text-xl">{title}</h1>
        {lead && <p className="text-ink-2 text-sm">{lead}</p>}
      </header>
      {children}
    </main>
  )
}
