import type { Directory } from './accounts/directory'
import type { Clock } from './clock'
import type { FaultRegistry } from './faults/registry'
import type { RequestLog } from './http/request-log'
import type { Callbacks } from './reports/callbacks'
import type { Counter } from './reports/counter'
import type { Ledger } from './state/ledger'
import type { Traffic } from './traffic/stream'

/** The parts of a running sandbox, as its operations use them. */
export type Sandbox = {
  clock: Clock
  directory: Directory
  ledger: Ledger
  counter: Counter
  callbacks: Callbacks
  faults: FaultRegistry
  log: RequestLog
  traffic: Traffic
  primaryKey: string
  maxRows: number
  syncDayLimit: boolean
}
