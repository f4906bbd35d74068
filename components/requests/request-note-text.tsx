'use client'

import { useNow } from '@/components/format/use-now'
import type { RequestView } from '@/lib/schemas/views'
import { noteRequest } from './request-note'

/** The words beside the state, alive while they count time. */
export function RequestNoteText({ request }: { request: RequestView }) {
  const note = noteRequest(request, useNow(1000))
  return note && <span title={note}>{note}</span>
}
