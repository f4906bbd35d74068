import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { hasRight, type Role } from '@/lib/schemas/rights'
import { cancelReports, deleteFiles, retryReports } from './selection-actions'

/** The server actions on several reports, for the history and for a report's page. */
export const selectionHandlers: SelectionHandlers = {
  cancel: cancelReports,
  retry: retryReports,
  delete: deleteFiles,
}

export function selectionRights(role: Role): SelectionRights {
  return {
    canCancel: hasRight(role, 'reports.cancel'),
    canCreate: hasRight(role, 'reports.create'),
    canDownload: hasRight(role, 'originals.download'),
    canDelete: hasRight(role, 'archives.delete'),
  }
}
