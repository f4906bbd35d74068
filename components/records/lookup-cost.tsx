import { useWatch } from 'react-hook-form'
import { Money } from '@/components/format/money'
import { getProduct } from '@/lib/catalogue/products'
import { timesDecimal } from '@/lib/format/exact-decimal'
import type { RecordPrice } from '@/lib/plan/cost-estimate'
import { idsPerCall, recordsPerPage } from '@/lib/schemas/record-lookup'
import type { LookupValues } from './lookup-values'

/** What a call may cost, as far as that is known. */
export function LookupCost({ prices }: { prices: readonly RecordPrice[] }) {
  const [accountId, product, by] = useWatch<LookupValues, ['accountId', 'product', 'by']>({
    name: ['accountId', 'product', 'by'],
  })
  if (product === '') return null
  if (getProduct(product).free)
    return <p className="text-ink-2">Vonage bills nothing for this product.</p>
  const most = by === 'ids' ? idsPerCall : recordsPerPage
  const price = prices.find((one) => one.accountId === accountId && one.product === product)
  return (
    <p className="text-ink-2">
      Vonage bills each record that it finds; a call brings at most {most.toLocaleString('en')}
      {price ? (
        <>
          , so it costs at most about{' '}
          <Money
            amount={timesDecimal(price.perRecord, most)}
            currency={price.currency}
            decimals={4}
          />
          .
        </>
      ) : (
        '. What a record costs is not known yet.'
      )}{' '}
      What was looked up stays here, to be seen again without paying.
    </p>
  )
}
