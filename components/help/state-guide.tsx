import { StateBadge } from '@/components/ui/state-badge'
import { stateMeanings } from '@/lib/schemas/state-meanings'
import { requestStates } from '@/lib/schemas/states'

/** Each state with what it means and what comes next. */
export function StateGuide() {
  return (
    <dl className="grid max-w-[52rem] gap-x-6 sm:grid-cols-[9rem_minmax(0,1fr)]">
      {requestStates.map((state) => (
        <div
          key={state}
          className="border-line border-b py-2.5 last:border-0 sm:col-span-2 sm:grid sm:grid-cols-subgrid"
        >
          <dt>
            <StateBadge state={state} />
          </dt>
          <dd className="max-sm:mt-1">
            {stateMeanings[state].meaning}{' '}
            <span className="text-ink-2">{stateMeanings[state].next}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
