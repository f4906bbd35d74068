import type { ReactNode } from 'react'

/** A name in a chart’s table that chooses its records. */
export function ChartLink({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="max-w-full truncate rounded-sm text-left underline-offset-2 hover:underline"
    >
      {children}
    </button>
  )
}
