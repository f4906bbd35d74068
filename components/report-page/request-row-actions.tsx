'use client'

import { CircleStop, Download, RefreshCw, RotateCcw, Scissors, Send } from 'lucide-react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { rowLinkClass } from '@/components/requests/row-link-class'
import { useDeeds } from '@/components/requests/use-deeds'
import { IconButton } from '@/components/ui/icon-button'
import { Tooltip } from '@/components/ui/tooltip'
import { paths } from '@/lib/paths'
import type { RequestView } from '@/lib/schemas/views'

/** What a person can do with one of many requests. */
export function RequestRowActions({
  reportId,
  request,
  handlers,
}: {
  reportId: string
  request: RequestView
  handlers: RequestHandlers
}) {
  const { actions } = request
  const deeds = useDeeds(request, handlers, 'request')
  return (
    <span className="flex items-center justify-end">
      {actions.download && (
        <Tooltip text="Download the ZIP">
          <a
            href={paths.api.downloadRequest(reportId, request.id)}
            download
            aria-label="Download this file"
            className={rowLinkClass}
          >
            <Download aria-hidden className="size-4" />
          </a>
        </Tooltip>
      )}
      {actions.refresh && (
        <IconButton name="Ask Vonage now" icon={<RefreshCw />} size="sm" onClick={deeds.refresh} />
      )}
      {actions.cancel && (
        <IconButton
          name="Cancel request"
          icon={<CircleStop />}
          size="sm"
          onClick={() => deeds.ask('cancel')}
        />
      )}
      {actions.sendAgain && (
        <IconButton
          name="Send again"
          icon={<Send />}
          size="sm"
          onClick={() => deeds.ask('sendAgain')}
        />
      )}
      {actions.askRest && (
        <IconButton
          name="Ask for the rest"
          icon={<Scissors />}
          size="sm"
          onClick={() => deeds.ask('askRest')}
        />
      )}
      {actions.retry && (
        <IconButton
          name="Retry"
          icon={<RotateCcw />}
          size="sm"
          onClick={() => deeds.ask('retry')}
        />
      )}
      <span className="contents text-left">{deeds.dialog}</span>
    </span>
  )
}
