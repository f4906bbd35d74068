import type { ProgressStep } from '@/components/ui/progress-steps'
import { isFinal, stateLabels } from '@/lib/schemas/states'
import type { SingleReport } from '@/lib/schemas/views'

/** The way of a report from the question to our stored file: how far it came, and where it stopped. */
export function listReportSteps({ createdAt, request }: SingleReport): ProgressStep[] {
  const { receiveTime, requestId, startTime, finishedSeenAt, archive } = request
  const reached = [
    { name: 'Asked', isDone: true, at: createdAt },
    { name: 'Accepted', isDone: requestId !== null, at: receiveTime },
    { name: 'Processing', isDone: finishedSeenAt !== null, at: startTime },
    { name: 'Finished at Vonage', isDone: finishedSeenAt !== null, at: finishedSeenAt },
    { name: 'Archived here', isDone: archive !== null, at: archive?.archivedAt },
  ]
  const stop = reached.findIndex(({ isDone }) => !isDone)
  const stopped = isFinal(request.state) ? ('failed' as const) : ('current' as const)
  return reached.map(({ name, at }, index) => ({
    // The step that was not reached says what came instead.
    name: index === stop && stopped === 'failed' ? stateLabels[request.state] : name,
    status: stop === -1 || index < stop ? 'done' : index === stop ? stopped : 'upcoming',
    ...(at && (stop === -1 || index <= stop) ? { at } : {}),
  }))
}
