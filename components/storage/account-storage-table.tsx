'use client'

import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { FileSize } from '@/components/format/file-size'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { IconButton } from '@/components/ui/icon-button'
import type { AccountStorage } from '@/lib/schemas/storage'
import { KeepDays } from './keep-days'

const helper = dataColumnHelper<AccountStorage>()

const columns = [
  helper.display({
    id: 'account',
    header: 'Account',
    meta: { card: 'title' },
    cell: ({ row: { original } }) => (
      <span className="flex items-center gap-2">
        <span className="wrap-anywhere font-medium">{original.label}</span>
        {original.isSandbox && <Badge tone="caution">Sandbox</Badge>}
      </span>
    ),
  }),
  helper.display({
    id: 'files',
    header: 'Files',
    meta: { align: 'right' },
    cell: ({ row: { original } }) => (
      <>
        <Count value={original.files} />
        <span className="md:hidden"> {original.files === 1 ? 'file' : 'files'}</span>
      </>
    ),
  }),
  helper.display({
    id: 'rows',
    header: 'Rows',
    meta: { align: 'right', card: 'hidden' },
    cell: ({ row: { original } }) => <Count value={original.rows} />,
  }),
  helper.display({
    id: 'bytes',
    header: 'Size',
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <FileSize bytes={original.bytes} />,
  }),
  helper.display({
    id: 'age',
    header: 'Archived',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) =>
      original.oldestAt ? (
        <>
          since <DateTime value={original.oldestAt} form="date" />
        </>
      ) : (
        'nothing yet'
      ),
  }),
  helper.display({
    id: 'deleted',
    header: 'Deleted',
    meta: { className: 'text-ink-2', card: 'hidden' },
    cell: ({ row: { original } }) =>
      original.deletedFiles > 0 ? (
        <>
          <Count value={original.deletedFiles} /> · <FileSize bytes={original.deletedBytes} />
        </>
      ) : (
        'none'
      ),
  }),
]

/** What is kept of each account, and for how long. */
export function AccountStorageTable({
  accounts,
  onChange,
}: {
  accounts: readonly AccountStorage[]
  /** Opens the change of how long; null: the person may not. */
  onChange: ((account: AccountStorage) => void) | null
}) {
  const all = useMemo(
    () => [
      ...columns,
      helper.display({
        id: 'keep',
        header: 'Kept',
        cell: ({ row: { original } }) => (
          <span className="flex items-center gap-1">
            <span>
              <span className="md:hidden">kept </span>
              <KeepDays days={original.keepDays} />
            </span>
            {onChange && (
              <IconButton
                name={`Change how long ${original.label} is kept`}
                icon={<Pencil />}
                size="sm"
                onClick={() => onChange(original)}
              />
            )}
          </span>
        ),
      }),
    ],
    [onChange],
  )
  return (
    <DataTable
      label="Kept by account"
      columns={all}
      rows={accounts}
      getRowId={({ accountId }) => accountId}
      empty={<p className="text-ink-2">There is no account yet.</p>}
    />
  )
}
