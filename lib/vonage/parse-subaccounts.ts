import { z } from 'zod'

export type VonageSubaccount = { apiKey: string; name: string | null; suspended: boolean }
export type VonageSubaccounts = {
  primary: VonageSubaccount | null
  subaccounts: VonageSubaccount[]
}

const account = z
  .object({
    api_key: z.string().min(1),
    name: z.string().nullable().catch(null).default(null),
    suspended: z.boolean().catch(false).default(false),
  })
  .transform(({ api_key, name, suspended }) => ({ apiKey: api_key, name, suspended }))

const answer = z.object({
  _embedded: z.object({
    primary_account: account.nullable().catch(null).default(null),
    subaccounts: z.array(z.unknown()).catch([]).default([]),
  }),
})

/** Reads the answer of `GET /accounts/{api_key}/subaccounts`; null when it is none. */
export function parseSubaccounts(body: unknown): VonageSubaccounts | null {
  const said = answer.safeParse(body).data
  if (!said) return null
  return {
    primary: said._embedded.primary_account,
    subaccounts: said._embedded.subaccounts
      .map((item) => account.safeParse(item).data)
      .filter((item) => item !== undefined),
  }
}
