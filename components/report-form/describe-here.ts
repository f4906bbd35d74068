import { describeShare } from '@/components/plan/describe-share'
import type { PlanPreview } from '@/lib/plan/plan-preview'
import type { CreateReportInput } from '@/lib/schemas/create-report'

type Here = Pick<PlanPreview, 'askedMs' | 'keptMs' | 'requests'> & {
  parts: readonly unknown[]
  running: readonly unknown[]
}

/** In a line what of the report is here already and what pressing the button does about it; empty: not known. */
export function describeHere(
  preview: Here | null,
  reuse: CreateReportInput['reuse'],
  isAsking: boolean,
): string {
  if (!preview) return isAsking ? 'Looking at what is here already.' : ''
  if (preview.running.length > 0) return 'Some of it is being fetched already: see below.'
  if (preview.parts.length === 0) return 'Nothing of it is here yet.'
  const share = `${describeShare(preview)} here already`
  if (reuse === 'all') return `${share}, and billed again.`
  return preview.requests.kept === 0
    ? `${share}: nothing is billed.`
    : `${share}: only the rest is asked for.`
}
