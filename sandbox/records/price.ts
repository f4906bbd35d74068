/** The price of a record in a report: the only one published (Vonage's portal, 2020). */
export const pricePerRecord = '0.0004'
export const reportCurrency = 'EUR'
