/** A decimal text times a whole number, exactly. */
export function multiply(price: string, count: number): string {
  if (count === 1) return price
  const decimals = price.split('.')[1]?.length ?? 0
  const units = BigInt(price.replace('.', '')) * BigInt(count)
  const digits = units.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
