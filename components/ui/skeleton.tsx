import clsx from 'clsx'

/** Holds the place of text that is on its way. Size it by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx('block h-3 animate-breathe rounded-sm bg-neutral-soft', className)}
    />
  )
}
