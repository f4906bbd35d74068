import { createLogger } from '@/lib/config/logger'
import { onStopRequest } from '@/lib/config/on-stop-request'
import { createHub, type Hub } from './hub'

type Slot = { reportsDashboardHub?: Hub }

/** The process's hub, begun at first use and ended with the process. Routes may be bundled apart: they share it. */
export function getHub(): Hub {
  const slot = globalThis as Slot
  if (!slot.reportsDashboardHub) {
    const hub = createHub(createLogger('live'))
    slot.reportsDashboardHub = hub
    // Next waits for open responses: they must end by themselves.
    onStopRequest(() => hub.close())
  }
  return slot.reportsDashboardHub
}
