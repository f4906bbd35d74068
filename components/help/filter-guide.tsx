import { filters } from '@/lib/catalogue/filters'
import { Prose } from './prose'

/** Each filter in a line, with an example where the form of a value is not obvious. */
export function FilterGuide() {
  return (
    <Prose>
      <p>
        Filters match exactly: Vonage documents no wildcards and no lists, and numbers are digits
        without “+”. The form shows only the filters that the chosen product takes.
      </p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
        {Object.entries(filters).map(([name, filter]) => (
          <div key={name} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
            <dt className="font-medium">{filter.label}</dt>
            <dd className="text-ink-2">
              {filter.hint}
              {'example' in filter && (
                <>
                  {' '}
                  For example <code className="wrap-anywhere text-ink">{filter.example}</code>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Prose>
  )
}
