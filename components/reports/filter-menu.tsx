import { Checkbox } from '@/components/ui/checkbox'
import { DisclosureMenu } from '@/components/ui/disclosure-menu'

export type FilterChoice<Value extends string = string> = {
  value: Value
  label: string
  /** Choices of one group stand together, under its name. */
  group?: string
}

/** A filter that takes any of several values; none chosen lets everything through. */
export function FilterMenu<Value extends string>({
  label,
  name,
  choices,
  chosen,
  onChoose,
}: {
  label: string
  name: string
  choices: readonly FilterChoice<Value>[]
  chosen: readonly Value[]
  onChoose: (chosen: Value[]) => void
}) {
  const [only, ...more] = chosen
  const said = more.length > 0 ? chosen.length : choices.find(({ value }) => value === only)?.label
  const groups = Map.groupBy(choices, ({ group }) => group)
  return (
    <DisclosureMenu
      group="filters"
      label={
        <span className="max-w-44 truncate">
          {label}
          {said !== undefined && <span className="font-normal text-ink-2">: {said}</span>}
        </span>
      }
    >
      {choices.length === 0 && <p className="text-ink-2">There is none yet.</p>}
      <div className="grid gap-3">
        {[...groups].map(([group, members]) => (
          <fieldset key={group ?? ''} className="grid gap-2">
            <legend className={group ? 'pb-1.5 text-ink-2 text-xs' : 'sr-only'}>
              {group ?? label}
            </legend>
            {members.map((choice) => (
              <Checkbox
                key={choice.value}
                name={name}
                value={choice.value}
                label={choice.label}
                checked={chosen.includes(choice.value)}
                onChange={({ target }) =>
                  onChoose(
                    target.checked
                      ? [...chosen, choice.value]
                      : chosen.filter((value) => value !== choice.value),
                  )
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
    </DisclosureMenu>
  )
}
