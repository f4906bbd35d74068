/** Money as decimal text; the currency is empty where Vonage leaves it so. */
export type PriceEstimate = { currency: string; price: string; low: string; high: string }

/** What one request may bring and cost. */
export type RequestEstimate = {
  key: string
  /** Null: nothing like it was ever fetched. */
  records: { expected: number; low: number; high: number } | null
  /** Rests on files without these filters: it may be far fewer. */
  atMost: boolean
  /** How many earlier files it rests on. */
  files: number
  /** Vonage bills nothing for this product. */
  free: boolean
  /** Null: free, or the records or the price of one are not known. */
  price: PriceEstimate | null
}

/** What a list of requests may bring and cost. */
export type CostEstimate = {
  requests: RequestEstimate[]
  records: { expected: number; low: number; high: number }
  /** How many requests nothing is known of: the sums are without them. */
  withoutRecords: number
  /** How many requests are billed, nobody knows how much: the sums are without them. */
  withoutPrice: number
  atMost: boolean
  files: number
  /** One for each currency. */
  prices: PriceEstimate[]
  /** What a record cost of late, by account and product. */
  recordPrices: RecordPrice[]
}

/** What a record of a product cost an account of late, by REPORTS-USAGE. */
export type RecordPrice = {
  accountId: string
  product: string
  currency: string
  perRecord: string
  /** False: no report of this product was charged yet, so it is the price of the account's other products. */
  ofProduct: boolean
}
