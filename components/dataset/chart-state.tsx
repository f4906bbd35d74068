import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'

/** A chart once its numbers are there; before that its place. Numbers of another question stay, paler, until the new ones come. */
export function ChartState<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined)
    return (
      <div
        className={`h-full transition-opacity duration-120 ${query.isPlaceholderData ? 'opacity-60' : ''}`}
        aria-busy={query.isPlaceholderData || undefined}
      >
        {children(query.data)}
      </div>
    )
  if (query.error)
    return (
      <Callout
        kind="warning"
        title="This can’t be shown"
        action={
          <Button size="sm" onClick={() => void query.refetch()}>
            Try again
          </Button>
        }
      >
        {query.error.message}
      </Callout>
    )
  return (
    <div className="grid h-full content-end gap-4 pb-8" aria-busy>
      <Skeleton className="w-full" />
      <Skeleton className="w-3/4" />
      <Skeleton className="w-1/2" />
    </div>
  )
}
