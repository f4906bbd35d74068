import { listSubaccounts } from '../accounts/list-subaccounts'
import type { ArchiveFlaw } from '../faults/fault'
import { getMedia } from '../media/get-media'
import { getRecords } from '../records/get-records'
import { cancelReport } from '../reports/cancel-report'
import { createReport } from '../reports/create-report'
import { getReport } from '../reports/get-report'
import { listReports } from '../reports/list-reports'
import type { Sandbox } from '../sandbox'
import type { Outcome } from '../state/job'
import type { Answer } from './answer'
import type { Call } from './call'
import type { Operation } from './route'

/** Faults that strike within the work. */
export type InnerFaults = { outcome: Outcome; flaw: ArchiveFlaw | null }

/** Does what a request asks for. */
export async function runOperation(
  sandbox: Sandbox,
  operation: Operation,
  call: Call,
  { outcome, flaw }: InnerFaults,
): Promise<Answer> {
  switch (operation) {
    case 'create':
      return createReport(sandbox, call, outcome)
    case 'status':
      return getReport(sandbox, call)
    case 'cancel':
      return cancelReport(sandbox, call)
    case 'media':
      return getMedia(sandbox, call, flaw)
    case 'list':
      return listReports(sandbox, call)
    case 'records':
      return getRecords(sandbox, call)
    case 'subaccounts':
      return listSubaccounts(sandbox, call)
  }
}
