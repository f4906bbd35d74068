import { ChevronRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Count } from '@/components/format/count'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { PlannedRequest } from '@/lib/plan/planned-request'

const PlannedList = dynamic(() => import('./planned-list').then((file) => file.PlannedList), {
  ssr: false,
  loading: () => (
    <p role="status" className="text-ink-2 text-sm">
      Opening the list
    </p>
  ),
})

/** Exactly what would be sent, before it is: folded when it is one request. */
export function PlannedRequests({
  requests,
  timeZone,
}: {
  requests: readonly PlannedRequest[]
  timeZone: string
}) {
  const [isOpen, setOpen] = useState<boolean>()
  const [onlyRefused, setOnlyRefused] = useState(false)
  if (requests.length === 0) return null
  const isMany = requests.length > 1
  const faulty = requests.filter(({ problem }) => problem !== null)
  const refused = faulty.length
  const listed = onlyRefused && refused > 0 ? faulty : requests
  const isShown = isOpen ?? isMany

  return (
    <Section title="Requests">
      <details
        open={isShown}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="group"
      >
        <summary className="-mx-1 inline-flex list-none items-center gap-1.5 rounded-md px-1 py-1 font-medium text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 text-ink-2 transition-transform duration-120 group-open:rotate-90"
          />
          {isMany ? (
            <span>
              <Count value={requests.length} /> requests to Vonage
            </span>
          ) : (
            'One request to Vonage'
          )}
        </summary>
        {refused > 0 && (
          <p className="flex flex-wrap items-center gap-x-2 pt-2 text-caution text-sm">
            <span>
              <Count value={refused} /> of them can’t be sent and {refused === 1 ? 'is' : 'are'}{' '}
              left out; each says why.
            </span>
            <Button size="sm" variant="ghost" onClick={() => setOnlyRefused(!onlyRefused)}>
              {onlyRefused ? 'Show all' : 'Show only these'}
            </Button>
          </p>
        )}
        <div className="pt-3">
          {isShown && <PlannedList requests={listed} timeZone={timeZone} />}
        </div>
      </details>
    </Section>
  )
}
