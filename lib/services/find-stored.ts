import type { FilePart, ReportFiles } from '@/lib/data/reports/list-report-files'
import { AppError } from '@/lib/errors/app-error'
import { getArchiveStore } from './archive-store'

const atOnce = 16

/**
 * Looks whether the recorded files are in the store, so that one that was lost is named before a download of many begins
 * and the others are still given out. Files that break while they stream are found then.
 * @throws AppError `not-found` when there is no file at all
 */
export async function findStored(reports: ReportFiles[]): Promise<ReportFiles[]> {
  if (reports.every((report) => report.files.length === 0))
    throw new AppError(
      'not-found',
      reports.length === 1
        ? 'There is no archived file for this report.'
        : 'None of these reports has an archived file.',
    )
  const lost = await findLost(reports.flatMap((report) => report.files))
  if (lost.size === 0) return reports
  const stored = reports.map((report) => ({
    ...report,
    files: report.files.filter((part) => !lost.has(part)),
    missing: [
      ...report.missing,
      ...report.files
        .filter((part) => lost.has(part))
        .map((part) => ({ ...part, state: 'ready' as const, reason: lost.get(part) ?? '' })),
    ],
  }))
  if (stored.every((report) => report.files.length === 0))
    throw new AppError('gone', [...lost.values()][0] ?? '')
  return stored
}

async function findLost(parts: FilePart[]): Promise<Map<FilePart, string>> {
  const store = getArchiveStore()
  const lost = new Map<FilePart, string>()
  const queue = parts.values()
  const look = async () => {
    for (const part of queue) {
      const { key, bytes } = part.file
      const found = await store.stat(key)
      if (!found) lost.set(part, `The stored file ${key} is missing.`)
      else if (found.bytes !== bytes)
        lost.set(part, `The stored file ${key} is damaged: ${found.bytes} bytes, not ${bytes}.`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, look))
  return lost
}
