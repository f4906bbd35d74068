'use client'

import { useQuery } from '@tanstack/react-query'
import { FileArchive, FileText } from 'lucide-react'
import { Count } from '@/components/format/count'
import { FileSize } from '@/components/format/file-size'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import { selectionOptions } from '@/lib/queries/selection'
import type { SelectedReport } from '@/lib/schemas/selection'

/** The files of several reports: all in one ZIP, or one CSV for each product; what is missing is said before. */
export function DownloadDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { data, isPending, error } = useQuery(selectionOptions(ids))
  return (
    <Dialog
      open
      size="sm"
      title="Download files"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {isPending && (
        <span className="grid gap-2" role="status" aria-label="Looking at the reports">
          <Skeleton className="w-64" />
          <Skeleton className="w-48" />
        </span>
      )}
      {error && (
        <Callout kind="error" title="The reports could not be looked at" live>
          {error.message}
        </Callout>
      )}
      {data && <Choices ids={ids} reports={data.reports} />}
    </Dialog>
  )
}

function Choices({ ids, reports }: { ids: readonly string[]; reports: readonly SelectedReport[] }) {
  const add = (of: (files: SelectedReport['files']) => number) =>
    reports.reduce((sum, { files }) => sum + of(files), 0)
  const [files, missing] = [add(({ count }) => count), add((one) => one.missing)]
  const products = [...new Set(reports.flatMap((report) => report.files.products))].sort()
  if (files === 0) return <p>None of these reports has a file yet.</p>
  return (
    <>
      <p className="text-ink-2">
        <Count value={files} /> {files === 1 ? 'file' : 'files'} of <Count value={reports.length} />{' '}
        {reports.length === 1 ? 'report' : 'reports'} · <Count value={add(({ rows }) => rows)} />{' '}
        rows · <FileSize bytes={add(({ bytes }) => bytes)} />
      </p>
      {missing > 0 && (
        <Callout
          kind="warning"
          title={`${missing} ${missing === 1 ? 'file is' : 'files are'} not there`}
        >
          The download is partial, and its name says so. In the ZIP, manifest.json says what is
          missing and why.
        </Callout>
      )}
      <div className="grid gap-2">
        <a
          href={paths.api.downloads(ids)}
          download
          className={buttonClass('primary', 'md', 'justify-start!')}
        >
          <FileArchive aria-hidden />
          All files in one ZIP
        </a>
        {products.map((product) => (
          <a
            key={product}
            href={paths.api.downloads(ids, product)}
            download
            className={buttonClass('secondary', 'md', 'justify-start!')}
          >
            <FileText aria-hidden />
            {productTitle(product)} in one CSV
          </a>
        ))}
      </div>
      <p className="text-ink-2 text-sm">
        The ZIP holds each file as Vonage made it, with a manifest of parameters, hashes and rows.
      </p>
    </>
  )
}
