'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = { error: unknown; retry: () => void }

/** A fault of our own on a page. Reports go on: the worker knows nothing of pages. */
export default function ErrorPage({ error, retry }: Props) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <div role="alert">
      <h1 className="sr-only">Error</h1>
      <EmptyState
        icon={<CircleX />}
        title="This page could not be made"
        actions={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        The fault is the server’s. Reports that run go on meanwhile.
        {digest && ` Its log has the fault under ${digest}.`}
      </EmptyState>
    </div>
  )
}
