import { formatFileSize } from '@/lib/format/file-size'

/** "96 MB". */
export function FileSize({ bytes }: { bytes: number }) {
  return (
    <span data-figure className="whitespace-nowrap tabular-nums">
      {formatFileSize(bytes)}
    </span>
  )
}
