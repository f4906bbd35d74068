import { Money } from '@/components/format/money'

/** Money of Vonage's, exact; where it names no currency, that is said. */
export function Amount({ amount, currency }: { amount: string; currency: string }) {
  return (
    <>
      <Money amount={amount} currency={currency} />
      {currency === '' && <span className="text-ink-2"> no currency</span>}
    </>
  )
}
