'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Field } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { type RequestPlace, reportRequestsOptions } from '@/lib/queries/reports'
import { type RequestState, requestStates, stateLabels } from '@/lib/schemas/states'
import type { ReportRow, RequestPage } from '@/lib/schemas/views'
import { makeRequestColumns } from './request-columns'

const pageSize = 50

/** The requests of a report, a page at a time, each with its own actions. */
export function RequestTable({
  report,
  firstPage,
  handlers,
}: {
  report: ReportRow
  /** As the server read it when the page opened; null: it had no page then. */
  firstPage: RequestPage | null
  handlers: RequestHandlers
}) {
  const [place, setPlace] = useState<RequestPlace>({ state: null, page: 0 })
  const isFirst = place.state === null && place.page === 0
  const query = useQuery({
    ...reportRequestsOptions(report.id, place),
    initialData: isFirst && firstPage ? firstPage : undefined,
    placeholderData: keepPreviousData,
  })
  const { id, timeZone, stateCounts } = report
  const columns = useMemo(
    () => makeRequestColumns({ reportId: id, timeZone, handlers }),
    [id, timeZone, handlers],
  )
  const { requests = [], total = 0, page = 0 } = query.data ?? {}
  const from = page * pageSize

  return (
    <Section title="Requests">
      <div className="w-56">
        <Field label="Show">
          <Select
            value={place.state ?? ''}
            onChange={({ target }) =>
              setPlace({ state: (target.value || null) as RequestState | null, page: 0 })
            }
            placeholder={`All ${report.requestCount.toLocaleString('en')}`}
            options={requestStates
              .filter((state) => stateCounts[state] || state === place.state)
              .map((state) => ({
                value: state,
                label: `${stateLabels[state]} (${(stateCounts[state] ?? 0).toLocaleString('en')})`,
              }))}
          />
        </Field>
      </div>
      <DataTable
        label="Requests"
        columns={columns}
        rows={requests}
        getRowId={(request) => request.id}
        density="compact"
        isLoading={query.isPending}
        empty={<p className="text-ink-2">None of the requests is in this state any more.</p>}
        footer={
          total > pageSize && (
            <nav aria-label="Pages of requests" className="flex items-center justify-end gap-2">
              <span className="text-ink-2 text-sm tabular-nums">
                {(from + 1).toLocaleString('en')}–{(from + requests.length).toLocaleString('en')} of{' '}
                {total.toLocaleString('en')}
              </span>
              <Button
                size="sm"
                disabled={page === 0}
                onClick={() => setPlace({ ...place, page: page - 1 })}
              >
                Previous
              </Button>
              <Button
                size="sm"
                disabled={from + requests.length >= total}
                onClick={() => setPlace({ ...place, page: page + 1 })}
              >
                Next
              </Button>
            </nav>
          )
        }
      />
    </Section>
  )
}
