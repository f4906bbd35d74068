import { findPlace, type Place } from './find-place'

/**
 * Puts a fixed part beside its anchor, and keeps it there while things scroll and change their size. The part knows the
 * anchor's width as `--anchor-width`.
 *
 * @returns ends it
 */
export function keepBeside(part: HTMLElement, anchor: Element, place: Place): () => void {
  function put() {
    const box = anchor.getBoundingClientRect()
    part.style.setProperty('--anchor-width', `${box.width}px`)
    const { clientWidth: width, clientHeight: height } = document.documentElement
    // Not its box: that is smaller while it comes in.
    const size = { width: part.offsetWidth, height: part.offsetHeight }
    const { left, top } = findPlace(size, box, { width, height }, place)
    part.style.left = `${left}px`
    part.style.top = `${top}px`
  }
  put()
  const sizes = new ResizeObserver(put)
  sizes.observe(part)
  sizes.observe(anchor)
  const listening = { capture: true, passive: true }
  addEventListener('scroll', put, listening)
  addEventListener('resize', put)
  return () => {
    sizes.disconnect()
    removeEventListener('scroll', put, listening)
    removeEventListener('resize', put)
  }
}
