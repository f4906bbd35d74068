import { Random } from '../traffic/random'
import { type FaultOperation, type FaultOrder, type FaultStage, faultKinds } from './fault'

/** A fault that was asked for, with how often it has struck. */
export type ActiveFault = FaultOrder & { id: number; struck: number }

/** What a request is about, as far as it is known. */
export type FaultTarget = {
  operation: FaultOperation
  product: string | null
  account: string | null
  key: string | null
}

export type FaultRegistry = {
  add(order: FaultOrder): ActiveFault
  list(): readonly ActiveFault[]
  /** Removes one, or all; says how many. */
  remove(id: number | null): number
  /** The first fault of this stage that fits and strikes now; counted. */
  draw(stage: FaultStage, target: FaultTarget): ActiveFault | null
}

function fits(fault: ActiveFault, target: FaultTarget): boolean {
  const operations: readonly FaultOperation[] = fault.operation ?? faultKinds[fault.name].operations
  return (
    operations.includes(target.operation) &&
    (fault.count === undefined || fault.struck < fault.count) &&
    (fault.product === undefined || fault.product === target.product) &&
    (fault.account === undefined || [target.account, target.key].includes(fault.account))
  )
}

/** The faults in force. They are not kept over a restart. */
export function createFaultRegistry(orders: readonly FaultOrder[]): FaultRegistry {
  const random = new Random(1)
  let active: ActiveFault[] = []
  let lastId = 0
  const add = (order: FaultOrder) => {
    const fault = { ...order, id: ++lastId, struck: 0 }
    active.push(fault)
    return fault
  }
  for (const order of orders) add(order)
  return {
    add,
    list: () => active,
    remove(id) {
      const before = active.length
      active = id === null ? [] : active.filter((fault) => fault.id !== id)
      return before - active.length
    },
    draw(stage, target) {
      for (const fault of active) {
        if (faultKinds[fault.name].stage !== stage || !fits(fault, target)) continue
        if (fault.probability !== undefined && !random.chance(fault.probability)) continue
        fault.struck++
        return fault
      }
      return null
    },
  }
}
