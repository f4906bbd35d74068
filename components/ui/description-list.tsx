import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Description = { term: string; value: ReactNode; mono?: boolean }

/** Facts by name, one line each. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-6">
      {items.map(({ term, value, mono = false }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid items-baseline py-1.5">
          <dt className="text-ink-2">{term}</dt>
          <dd className={clsx('wrap-anywhere', mono && 'figures')}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
