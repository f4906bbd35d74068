'use client'

import { useId, useState } from 'react'
import { Money } from '@/components/format/money'
import { PassBudget } from '@/components/plan/pass-budget'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Input } from '@/components/ui/input'
import { ProgressBar } from '@/components/ui/progress-bar'
import { timesDecimal } from '@/lib/format/exact-decimal'
import type { RecordPrice } from '@/lib/plan/cost-estimate'
import { type LookupView, recordsPerPage } from '@/lib/schemas/record-lookup'
import { type FetchPage, useFetchPages } from './use-fetch-pages'

/** More at once would keep somebody waiting without an end in sight. */
const mostAtOnce = 500

/** What can still be fetched, what it may cost, and the buttons that fetch it. */
export function LookupNext({
  lookup,
  price,
  mayPassBudget,
  fetchPage,
}: {
  lookup: LookupView
  /** Of one record; undefined: not known. */
  price: RecordPrice | undefined
  mayPassBudget: boolean
  fetchPage: FetchPage
}) {
  const [text, setText] = useState('10')
  const [passBudget, setPassBudget] = useState(false)
  const { fetched, fault, fetchPages, stop } = useFetchPages(lookup, fetchPage)
  const countId = useId()
  const { next } = lookup
  if (!next) return null
  const isDoubtful = lookup.state === 'doubtful'
  const most = next.ids || recordsPerPage
  const count = Math.min(Math.max(Math.floor(Number(text)) || 1, 1), mostAtOnce)
  const wish = { again: isDoubtful, passBudget }
  return (
    <div className="grid gap-3">
      {fault && (
        <Callout kind="error" title="The next page was not fetched" live>
          {fault.message}
        </Callout>
      )}
      {fault?.isHeld && mayPassBudget && <PassBudget passes={passBudget} onPass={setPassBudget} />}
      <p className="text-ink-2">
        {describeNext(lookup)} It brings at most {most.toLocaleString('en')} records
        {price && (
          <>
            , for at most about{' '}
            <Money
              amount={timesDecimal(price.perRecord, most)}
              currency={price.currency}
              decimals={4}
            />
          </>
        )}
        .
      </p>
      {fetched ? (
        <div className="flex max-w-md items-center gap-3">
          <span role="status" className="whitespace-nowrap">
            Page {fetched.done + 1} of up to {fetched.wanted}
          </span>
          <ProgressBar name="Pages fetched" total={fetched.wanted} done={fetched.done} />
          <Button onClick={stop}>Stop</Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" onClick={() => fetchPages(1, wish)}>
            {isDoubtful ? 'Ask for this page again' : 'Fetch next page'}
          </Button>
          {!isDoubtful && (
            <>
              <Button onClick={() => fetchPages(count, wish)}>Fetch up to</Button>
              <label htmlFor={countId} className="flex items-center gap-2">
                <Input
                  id={countId}
                  inputMode="numeric"
                  aria-label="Pages to fetch"
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                  className="max-w-16 text-right"
                />
                pages
              </label>
            </>
          )}
        </div>
      )}
    </div>
  )
}

function describeNext({ next, steps, by }: LookupView): string {
  if (!next) return ''
  const step = steps > 1 ? ` of step ${next.step + 1} of ${steps}` : ''
  if (next.isFurther) return `There are more records${step}; each further page is billed.`
  return by === 'ids' || steps > 1
    ? `Step ${next.step + 1} of ${steps} was not asked for yet.`
    : 'Nothing of it was asked for yet.'
}
