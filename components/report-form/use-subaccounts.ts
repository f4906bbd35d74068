import { useQuery } from '@tanstack/react-query'
import { runAction } from '@/components/actions/run-action'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { ListSubaccountsInput, SubaccountList } from '@/lib/schemas/subaccounts'

export type AskSubaccounts = (input: ListSubaccountsInput) => Promise<ActionResult<SubaccountList>>

/**
 * The sub-accounts of an account, once somebody wants to know. Vonage is asked at most once a day, free of charge.
 * `fault`: why there is no list, or why it is an old one.
 */
export function useSubaccounts(accountId: string, ask: AskSubaccounts, isWanted: boolean) {
  const query = useQuery({
    queryKey: ['subaccounts', accountId],
    queryFn: () => runAction(() => ask({ accountId, refresh: false }), 'Try again.'),
    enabled: isWanted && accountId !== '',
    staleTime: 60_000,
  })
  const result = query.data
  const problem = result?.ok ? result.data.problem : null
  return {
    isAsking: query.isFetching,
    list: result?.ok ? result.data.subaccounts : [],
    fault:
      result?.ok === false ? result.message : problem && `${problem.title}. ${problem.nextStep}`,
    askAgain: () => void query.refetch(),
  }
}
