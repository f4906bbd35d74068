import { listUnmatchedPages, listUnmatchedReports } from '@/lib/data/usage/list-unmatched'
import { matchById, saveMatches } from '@/lib/data/usage/save-matches'
import type { Tx } from '@/lib/db/client'
import { matchUsage } from '@/lib/plan/match-usage'

/**
 * Tells which of an account's usage belongs to our reports and look-ups: by Vonage's id where it is the one that the
 * create answered, else by what both tell. What is left was made elsewhere.
 */
export async function matchOwnUsage(tx: Tx, accountId: string): Promise<void> {
  await matchById(tx, accountId)
  const reports = await listUnmatchedReports(tx, accountId)
  await saveMatches(tx, accountId, 'requestId', matchUsage(reports.lines, reports.calls))
  const pages = await listUnmatchedPages(tx, accountId)
  const byPage = matchUsage(pages.lines, pages.calls)
  const byLookup = [...byPage].map(([line, page]) => [line, page.split(' ')[0] ?? ''] as const)
  await saveMatches(tx, accountId, 'lookupId', new Map(byLookup))
}
