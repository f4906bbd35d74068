'use client'

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type RecordsOf, recordPageOptions } from '@/lib/queries/records'
import type { RecordPage, RecordQuery } from '@/lib/schemas/records'
import { type RecordRow, toRecordRows } from './record-rows'

/** Rows that are fetched at once. */
export const pageSize = 100

type Found = { key: string; total: number; pages: ReadonlyMap<number, RecordPage> }

export type RecordRows = {
  /** Records that fit; null before that is known. */
  total: number | null
  /** The record at a place, counted from the first that fits; undefined while it is on its way. */
  rowAt: (place: number) => RecordRow | undefined
  /** What is shown is what was asked for before: the answer is on its way. */
  isStale: boolean
  error: Error | null
  retry: () => void
}

/**
 * The records around what is in sight, a page at a time. While the answer to another question is on its way, those of
 * the last one stay.
 * @param places the first and the last that is in sight
 */
export function useRecordRows(
  of: RecordsOf,
  question: Omit<RecordQuery, 'offset' | 'limit'>,
  [first, last]: readonly [number, number],
): RecordRows {
  const from = Math.floor(first / pageSize)
  const to = Math.max(from, Math.floor(last / pageSize))
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const key = JSON.stringify([of, question])
  const combine = useCallback(
    (results: UseQueryResult<RecordPage>[]) => ({
      pages: new Map(
        results.flatMap(({ data }, index) =>
          data ? [[from + index, data] as [number, RecordPage]] : [],
        ),
      ),
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.isError) void result.refetch()
      },
    }),
    [from],
  )
  const { pages, error, retry } = useQueries({
    queries: numbers.map((number) =>
      recordPageOptions(of, { ...question, offset: number * pageSize, limit: pageSize }),
    ),
    combine,
  })

  const [held, setHeld] = useState<Found | null>(null)
  const total = [...pages.values()][0]?.total
  const fresh = total === undefined ? null : { key, total, pages }
  if (fresh && (held?.key !== key || held.pages !== pages)) setHeld(fresh)
  const shown = fresh ?? held

  const rowAt = useCallback(
    (place: number) => {
      const page = shown?.pages.get(Math.floor(place / pageSize))
      return page && toRecordRows(page)[place % pageSize]
    },
    [shown],
  )
  return {
    total: shown?.total ?? null,
    rowAt,
    isStale: shown !== null && shown.key !== key,
    error,
    retry,
  }
}
