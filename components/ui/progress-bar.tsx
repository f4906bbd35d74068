import clsx from 'clsx'

/** How much of a whole is done, and how much of it went wrong; told in words beside it, or by its name. */
export function ProgressBar({
  name,
  total,
  done,
  bad = 0,
  slim = false,
}: {
  /** For those who don't see it. */
  name: string
  total: number
  done: number
  /** What ended without its result. */
  bad?: number
  slim?: boolean
}) {
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className={clsx(
        'flex w-full overflow-hidden rounded-full bg-line',
        slim ? 'h-1' : 'h-2 forced-colors:border',
      )}
    >
      <span
        className="h-full bg-positive transition-[width] duration-180 motion-reduce:transition-none forced-colors:bg-[Highlight]"
        style={{ width: share(done) }}
      />
      <span
        className="h-full bg-negative transition-[width] duration-180 motion-reduce:transition-none forced-colors:bg-[GrayText]"
        style={{ width: share(bad) }}
      />
    </div>
  )
}
