import { ArchiveError } from './archive-error'

/** At a slower pace the largest archive would not be here within the 72 hours that Vonage keeps it. */
const slowestBytes = 256 * 1024
const windowMs = 60_000

/**
 * Watches the pace of a download: one that only trickles would hold a place among the downloads for days. Silence is for
 * the transport to notice.
 * @returns to be called for each chunk; throws an ArchiveError `too-slow` when less than 256 KiB came within a minute
 */
export function watchPace(now: () => number = () => performance.now()): (bytes: number) => void {
  let since = now()
  let came = 0
  return (bytes) => {
    came += bytes
    if (now() - since < windowMs) return
    if (came < slowestBytes)
      throw new ArchiveError(
        'too-slow',
        'The download came at less than 4 KB a second. It was given up, and is begun anew.',
      )
    since = now()
    came = 0
  }
}
