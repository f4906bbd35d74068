import clsx from 'clsx'

/** The product's sign: lines of a ledger, the last one ticked. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={clsx('shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9 10h14M9 16h9M9 22h5" />
        <path d="m18.5 21.6 2.3 2.3 4.2-4.6" />
      </g>
    </svg>
  )
}
