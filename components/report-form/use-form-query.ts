import { useCallback, useEffect, useRef } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { paths } from '@/lib/paths'
import { toFormQuery } from './form-query'
import type { ReportFormValues } from './form-values'

/** Typing is followed after a pause: browsers refuse addresses that change many times a second. */
const pauseMs = 300

/**
 * Keeps the address at what the form holds, in place: the Back button still leaves the form, and leads back to it as it
 * was. The address of a new form stays short until something in it changes.
 *
 * A new address stops a page that is just being opened, so none is written later than the field is left, nor while the
 * form is sent.
 *
 * @param isCopy the form holds more than its address says
 * @returns to be called when a field is left and before the form is sent: writes what is due now
 */
export function useFormQuery<Output>(
  control: Control<ReportFormValues, unknown, Output>,
  { isCopy, isSending }: { isCopy: boolean; isSending: boolean },
): () => void {
  const query = toFormQuery(useWatch({ control }) as ReportFormValues)
  const written = useRef(isCopy ? undefined : query)
  const write = useCallback(() => {
    if (query === written.current) return
    written.current = query
    window.history.replaceState(null, '', paths.newReportLike(query ?? ''))
  }, [query])
  useEffect(() => {
    if (isSending) return
    if (!isTyping()) return write()
    const timer = setTimeout(write, pauseMs)
    return () => clearTimeout(timer)
  }, [write, isSending])
  return write
}

function isTyping(): boolean {
  return document.activeElement?.matches('input[type="text"], textarea') ?? false
}
