'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowUp, FolderInput, Plus, X } from 'lucide-react'
import { useMemo, useState, useTransition } from 'react'
import { describePollError } from '@/components/requests/describe-poll-error'
import { LiveLight } from '@/components/requests/live-light'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { SelectionBar } from '@/components/selection/selection-bar'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DataTable } from '@/components/ui/data-table'
import { useSelection } from '@/components/ui/use-selection'
import { paths } from '@/lib/paths'
import { reportListOptions } from '@/lib/queries/reports'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { Preferences } from '@/lib/schemas/preferences'
import {
  clearedFilter,
  countFilters,
  type ListReportsInput,
  toListQuery,
} from '@/lib/schemas/report-list'
import type { ReportPage, ReportRow } from '@/lib/schemas/views'
import type { FilterNames } from './filter-choices'
import { ReportFilters } from './report-filters'
import { makeReportsColumns } from './reports-columns'
import { ReportsEmpty } from './reports-empty'
import { ReportsPaging } from './reports-paging'
import { useHeldRows } from './use-held-rows'
import { useKeptRows } from './use-kept-rows'
import { useListInput } from './use-list-input'
import { useLitRows } from './use-lit-rows'
import { useSorting } from './use-sorting'
import { ViewMenu } from './view-menu'

const none: ReportRow[] = []

/** The history: what was asked for, how far it is, and what can be done about it. */
export function ReportsView({
  first,
  handlers,
  forSelected,
  preferences,
  filterNames,
  onChangePreferences,
  ...rights
}: {
  /** The page that the server read, and what it was asked for with. */
  first: { input: ListReportsInput; page: ReportPage }
  handlers: RequestHandlers
  /** What can be done with the selected reports. */
  forSelected: { handlers: SelectionHandlers; rights: SelectionRights }
  preferences: Preferences
  filterNames: FilterNames
  onChangePreferences: (change: Partial<Preferences>) => Promise<ActionResult<unknown>>
  hasAccounts: boolean
  canCreate: boolean
  canManageAccounts: boolean
}) {
  const control = useListInput()
  const { input, filter, goTo } = control
  const [settings, setSettings] = useState(preferences)
  const [, startKeeping] = useTransition()
  const query = useQuery({
    ...reportListOptions(input),
    initialData: isSame(input, first.input) ? first.page : undefined,
    placeholderData: keepPreviousData,
  })
  const rows = query.data?.rows ?? none
  const list = query.isPlaceholderData ? null : toListQuery(input)
  const { kept, gone, letGo } = useKeptRows(rows, list, Boolean(query.data?.nextCursor))
  const { shown, held, letIn } = useHeldRows(kept)
  const lit = useLitRows(rows)
  const columns = useMemo(
    () =>
      makeReportsColumns({
        handlers,
        forMany: forSelected.handlers,
        canCreate: rights.canCreate,
      }),
    [handlers, forSelected.handlers, rights.canCreate],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(settings.hiddenColumns.map((id) => [id, false])),
    [settings.hiddenColumns],
  )
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown])
  const selection = useSelection(shownIds)
  const sorting = useSorting(control)
  const clear = () => filter(clearedFilter)

  const changeSettings = (change: Partial<Preferences>) => {
    setSettings({ ...settings, ...change })
    // What is not kept, for want of a connection, still holds on this page.
    startKeeping(async () => {
      await onChangePreferences(change).catch(() => undefined)
    })
  }

  return (
    <>
      <PageHeader
        title="Reports"
        actions={
          rights.canCreate && (
            <>
              <ButtonLink
                href={paths.elsewhere()}
                variant="ghost"
                icon={<FolderInput aria-hidden />}
              >
                <span className="max-sm:sr-only">Made elsewhere</span>
              </ButtonLink>
              <ButtonLink href={paths.newReport} variant="primary" icon={<Plus aria-hidden />}>
                New report
              </ButtonLink>
            </>
          )
        }
      />
      <PageBody>
        <div className="grid grid-cols-1 gap-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <ReportFilters input={input} names={filterNames} onFilter={filter} onClear={clear} />
            <div className="ml-auto flex items-center gap-1">
              <LiveLight error={query.error} updatedAt={query.dataUpdatedAt} />
              <ViewMenu settings={settings} onChange={changeSettings} />
            </div>
          </div>
          <div>
            {/* Always there, so that nothing moves when it fills, and is announced. */}
            <div role="status" className="sticky top-16 z-20 flex h-0 justify-center gap-2">
              {held > 0 && (
                <Button size="sm" icon={<ArrowUp aria-hidden />} onClick={letIn}>
                  {held} new
                </Button>
              )}
              {gone > 0 && (
                <Button size="sm" icon={<X aria-hidden />} onClick={letGo}>
                  {gone} no longer here
                </Button>
              )}
            </div>
            <DataTable
              label="Reports"
              columns={columns}
              rows={shown}
              getRowId={({ id }) => id}
              density={settings.density}
              columnVisibility={columnVisibility}
              isLoading={query.isPending}
              error={describePollError(query.error, {
                hasData: rows.length > 0,
                back: paths.reports,
                retry: () => void query.refetch(),
              })}
              isRowLit={({ id }) => lit.has(id)}
              selection={selection}
              nameRow={({ title }) => title}
              sorting={sorting}
              empty={
                <ReportsEmpty
                  {...rights}
                  isFiltered={countFilters(input) > 0 || input.cursor !== null}
                  onClear={clear}
                />
              }
              footer={
                <ReportsPaging
                  input={input}
                  previousCursor={query.data?.previousCursor ?? null}
                  nextCursor={query.data?.nextCursor ?? null}
                  onGoTo={goTo}
                />
              }
            />
          </div>
          <SelectionBar ids={[...selection.ids]} {...forSelected} onClear={selection.clear} />
        </div>
      </PageBody>
    </>
  )
}

function isSame(a: ListReportsInput, b: ListReportsInput): boolean {
  return toListQuery(a) === toListQuery(b)
}
