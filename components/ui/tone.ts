/** The meaning of a colour. */
export type Tone = 'neutral' | 'progress' | 'positive' | 'caution' | 'negative'

export const toneText: Record<Tone, string> = {
  neutral: 'text-neutral',
  progress: 'text-progress',
  positive: 'text-positive',
  caution: 'text-caution',
  negative: 'text-negative',
}

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-neutral-soft',
  progress: 'bg-progress-soft',
  positive: 'bg-positive-soft',
  caution: 'bg-caution-soft',
  negative: 'bg-negative-soft',
}
