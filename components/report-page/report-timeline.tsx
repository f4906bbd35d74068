import { Section } from '@/components/ui/section'
import { Timeline } from '@/components/ui/timeline'
import type { Tone } from '@/components/ui/tone'
import type { EventView } from '@/lib/schemas/views'

const tones: Record<string, Tone> = {
  archived: 'positive',
  rejected: 'negative',
  failed: 'negative',
  expired: 'negative',
  unconfirmed: 'caution',
  trouble: 'caution',
  submitting: 'progress',
  accepted: 'progress',
  status: 'progress',
  archiving: 'progress',
}

/** What happened, the newest first. */
export function ReportTimeline({ events }: { events: readonly EventView[] }) {
  return (
    <Section title="Timeline">
      <Timeline
        label="Timeline"
        events={events.map(({ id, at, text, about, actor, kind }) => ({
          id,
          at,
          title: about ? `${about}: ${text}` : text,
          actor,
          tone: tones[kind] ?? 'neutral',
        }))}
      />
    </Section>
  )
}
