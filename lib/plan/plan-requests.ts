import { type Direction, getProduct, type ProductCode } from '@/lib/catalogue/products'
import { earliestMoment, resolveRange } from '@/lib/schemas/dates'
import { mostRequests } from '@/lib/schemas/form-rules'
import { findTooMany } from './find-too-many'
import { listDirections } from './list-directions'
import { type FilterChoice, listFilterChoices, listOmitted } from './plan-filters'
import type { PlanForm } from './plan-form'
import type { PlanAccount, PlanErrors, PlannedRequest } from './planned-request'
import { type IsoRange, splitRange } from './split-range'

type Problem = FilterChoice['problem']

/**
 * The exact list of requests that a form makes, in the order accounts, products, directions, filters, range. Runs in the
 * browser, to show it, and on the server, to make it. A request that Vonage would surely refuse carries its `problem`
 * and is not sent; the others are. What is wrong with all of them, or can't be counted out, is in `fieldErrors`.
 * Two requests for the same records are made once.
 * @param now by the product's clock
 */
export function planRequests(
  form: PlanForm,
  { accounts, now }: { accounts: readonly PlanAccount[]; now: Date },
): { requests: PlannedRequest[]; fieldErrors: PlanErrors } {
  const products = [...new Set(form.products)]
  const limits = products.map((code) => getProduct(code).retentionDays)
  const range = resolveRange({
    ...form,
    now,
    // What no product can answer is wrong for the whole form.
    retentionDays: limits.includes(undefined) ? undefined : Math.max(...(limits as number[])),
  })
  if (!range.ok) return { requests: [], fieldErrors: range.fieldErrors }
  const parts = splitRange(range, form.split, form.timeZone)
  const tooMany = findTooMany(form, products, parts.length, mostRequests)
  if (tooMany) return { requests: [], fieldErrors: tooMany }

  const made = new Map<string, { request: PlannedRequest; problem: Problem }>()
  for (const { accountId, targets } of form.accounts) {
    const account = accounts.find(({ id }) => id === accountId)
    const ofAccount = checkAccount(account)
    for (const target of targets)
      for (const product of products)
        for (const direction of listDirections(product, form.directions))
          for (const choice of listFilterChoices(form.filters, product, direction))
            for (const part of parts) {
              const asked = {
                accountId,
                targetAccountId: target.trim(),
                product,
                direction,
                ...part,
                includeSubaccounts: form.includeSubaccounts,
                filters: choice.filters,
              }
              const { accountId: _asker, ...records } = asked
              const id = JSON.stringify([account?.environment, records])
              if (made.has(id)) continue
              const problem =
                ofAccount ??
                checkTarget(form, account, targets, target) ??
                checkDirection(product, direction) ??
                choice.problem ??
                checkRetention(product, part, form.timeZone, now)
              made.set(id, {
                problem,
                request: {
                  key: String(made.size),
                  ...asked,
                  accountLabel: account?.label ?? '',
                  omitted: listOmitted(form.filters, product),
                  problem: problem?.message ?? null,
                },
              })
            }
  }
  const all = [...made.values()]
  const first = all[0]?.problem
  const isHopeless = all.every(({ problem }) => problem !== null)
  return {
    requests: all.map(({ request }) => request),
    fieldErrors: first && isHopeless ? { [first.field]: first.message } : {},
  }
}

function checkAccount(account: PlanAccount | undefined): Problem {
  if (!account)
    return {
      field: 'accounts',
      message: 'This account is not there any more. Choose another.',
    }
  return account.refusedAt
    ? {
        field: 'accounts',
        message: 'Vonage refuses this account’s key. Replace its secret under Accounts first.',
      }
    : null
}

/** A sub-account is in its account's request already, when that one includes them. */
function checkTarget(
  form: PlanForm,
  account: PlanAccount | undefined,
  targets: readonly string[],
  target: string,
): Problem {
  const own = account?.apiKey ?? ''
  if (!form.includeSubaccounts || target === own || !targets.includes(own)) return null
  return {
    field: 'includeSubaccounts',
    message: `These records are in the request for ${own} with its sub-accounts: they would be paid for twice.`,
  }
}

function checkDirection(code: ProductCode, direction: Direction | null): Problem {
  const { direction: rule, name } = getProduct(code)
  if (rule !== 'required' || direction) return null
  return { field: 'directions', message: `Vonage reports ${name} one direction at a time.` }
}

function checkRetention(code: ProductCode, part: IsoRange, timeZone: string, now: Date): Problem {
  const { retentionDays, name } = getProduct(code)
  if (!retentionDays) return null
  const earliest = earliestMoment(now, timeZone, retentionDays)
  if (Date.parse(part.dateStart) >= earliest.epochMilliseconds) return null
  return {
    field: 'from',
    message: `Vonage keeps records of ${name} for ${retentionDays} days. The earliest day is ${earliest.toPlainDate()}.`,
  }
}
