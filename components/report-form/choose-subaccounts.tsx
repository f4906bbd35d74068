import { ListChecks } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { AccountView } from '@/lib/schemas/views'
import type { AskSubaccounts } from './use-subaccounts'

const load = () => import('./subaccount-picker')
const SubaccountPicker = dynamic(() => load().then((file) => file.SubaccountPicker), { ssr: false })

/** Lets the account IDs be chosen by name instead of typed. */
export function ChooseSubaccounts({
  account,
  chosen,
  onChoose,
  ask,
  nth,
}: {
  account: AccountView
  chosen: readonly string[]
  onChoose: (targets: string[]) => void
  ask: AskSubaccounts
  /** “ 2” for the second account of the form. */
  nth: string
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<ListChecks aria-hidden />}
        className="-ml-2 justify-self-start"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        {`Choose sub-accounts${nth && ` of account${nth}`}`}
      </Button>
      {isOpen && (
        <SubaccountPicker
          account={account}
          chosen={chosen}
          ask={ask}
          onChoose={(targets) => {
            onChoose(targets)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
