const mostPerAddress = 10
const mostAtOnce = 1_000

/**
 * Bounds the tries that are being held or looked at in this process. A held try costs a timer and
 * a connection; without a bound, one client could pile up any number of them.
 */
export class HeldTries {
  #byAddress = new Map<string, number>()
  #all = 0

  /** Takes a place; false when this address, or everybody, has too many. */
  enter(address: string): boolean {
    const held = this.#byAddress.get(address) ?? 0
    if (held >= mostPerAddress || this.#all >= mostAtOnce) return false
    this.#byAddress.set(address, held + 1)
    this.#all += 1
    return true
  }

  leave(address: string): void {
    const held = this.#byAddress.get(address) ?? 0
    if (held === 0) return
    if (held === 1) this.#byAddress.delete(address)
    else this.#byAddress.set(address, held - 1)
    this.#all -= 1
  }
}
