import { Count } from '@/components/format/count'
import { Money } from '@/components/format/money'
import type { EstimateSummary } from '@/lib/plan/plan-preview'

/** What requests may bring and cost, in a sentence or two; what is not known is said. */
export function EstimateText({ estimate }: { estimate: EstimateSummary }) {
  const { requests, withoutRecords, withoutPrice } = estimate
  if (requests.length === 0) return <p>Nothing is asked for, and nothing is billed.</p>
  return (
    <p>
      <Records estimate={estimate} /> <Price estimate={estimate} />
      {withoutRecords > 0 && withoutRecords < requests.length && (
        <>
          {' '}
          Nothing is known yet of <Requests count={withoutRecords} />: they come on top.
        </>
      )}
      {withoutRecords === 0 && withoutPrice > 0 && withoutPrice < requests.length && (
        <>
          {' '}
          The price of <Requests count={withoutPrice} /> is not known yet: it comes on top.
        </>
      )}
    </p>
  )
}

function Records({ estimate: { records, requests, withoutRecords, atMost, files } }: Props) {
  if (withoutRecords === requests.length)
    return <>How many records it will be is not known: nothing like it was fetched here before.</>
  const [bound, rests] = atMost
    ? ['At most about ', 'files without these filters']
    : ['About ', files === 1 ? 'an earlier file' : `${files} earlier files`]
  return (
    <>
      {bound}
      <Count value={records.expected} /> records
      {!atMost && (
        <>
          {' '}
          (<Count value={records.low} /> to <Count value={records.high} />)
        </>
      )}
      , from {rests}.
    </>
  )
}

function Price({ estimate: { prices, requests, withoutPrice, recordPrices, atMost } }: Props) {
  if (requests.every(({ free }) => free)) return <>Vonage bills nothing for them.</>
  if (withoutPrice === requests.length && recordPrices.length > 0) {
    const [{ perRecord, currency }] = recordPrices as [(typeof recordPrices)[number]]
    return (
      <>
        A record cost <Money amount={perRecord} currency={currency} /> of late.
      </>
    )
  }
  if (prices.length === 0)
    return <>What a record costs is not known: no charged report was seen yet.</>
  return (
    <>
      {prices.map(({ currency, price, low, high }, index) => (
        <span key={currency}>
          {index > 0 && ' and '}
          {index === 0 && (atMost ? 'At most about ' : 'About ')}
          <strong className="font-medium">
            <Money amount={price} currency={currency} decimals={2} />
          </strong>
          {!atMost && (
            <>
              {' '}
              (<Money amount={low} currency="" decimals={2} /> to{' '}
              <Money amount={high} currency="" decimals={2} />)
            </>
          )}
        </span>
      ))}
      .
    </>
  )
}

type Props = { estimate: EstimateSummary }

function Requests({ count }: { count: number }) {
  return (
    <>
      <Count value={count} /> {count === 1 ? 'request' : 'requests'}
    </>
  )
}
