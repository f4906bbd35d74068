import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/section'

/** Ids that Vonage does not know: by name, since their senders want to know. */
export function MissingIds({ ids }: { ids: readonly string[] }) {
  return (
    <Section
      title={`Not found: ${ids.length.toLocaleString('en')}`}
      action={<CopyButton text={ids.join('\n')} name="Copy the ids that were not found" />}
    >
      <p className="text-ink-2">
        Vonage compares ids exactly, capitals and small letters, too, and keeps records for 13
        months. Check product, direction and account. They were not billed.
      </p>
      <ul className="grid max-h-64 gap-x-6 overflow-auto sm:grid-cols-2 lg:grid-cols-3">
        {ids.map((id) => (
          <li key={id} className="figures wrap-anywhere">
            {id}
          </li>
        ))}
      </ul>
    </Section>
  )
}
