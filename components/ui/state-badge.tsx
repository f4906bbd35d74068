import clsx from 'clsx'
import {
  Ban,
  CircleAlert,
  CircleArrowDown,
  CircleArrowUp,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Contrast,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { stateMeanings } from '@/lib/schemas/state-meanings'
import { type Flaw, labelState, type RequestState } from '@/lib/schemas/states'
import { type Tone, toneText } from './tone'

const looks: Record<RequestState, { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: CircleDashed, tone: 'neutral' },
  submitting: { icon: CircleArrowUp, tone: 'progress' },
  unconfirmed: { icon: CircleQuestionMark, tone: 'caution' },
  running: { icon: Contrast, tone: 'progress' },
  archiving: { icon: CircleArrowDown, tone: 'progress' },
  ready: { icon: CircleCheck, tone: 'positive' },
  rejected: { icon: TriangleAlert, tone: 'negative' },
  failed: { icon: CircleX, tone: 'negative' },
  cancelled: { icon: Ban, tone: 'neutral' },
  expired: { icon: Hourglass, tone: 'neutral' },
}

/** The state of a request: an icon of its own shape and our word; what it means and Vonage's word on hover. */
export function StateBadge({
  state,
  flaw = null,
  vonageStatus,
}: {
  state: RequestState
  flaw?: Flaw | null
  /** Vonage's request status, verbatim. */
  vonageStatus?: string | null
}) {
  const { icon: Icon, tone } =
    state === 'ready' && flaw ? { icon: CircleAlert, tone: 'caution' as const } : looks[state]
  return (
    <span
      title={[stateMeanings[state].meaning, vonageStatus && `Vonage says ${vonageStatus}.`]
        .filter(Boolean)
        .join(' ')}
      className="flex w-fit items-center gap-1.5 whitespace-nowrap font-medium"
    >
      <Icon
        aria-hidden
        strokeWidth={2.25}
        className={clsx(
          'size-4 shrink-0',
          toneText[tone],
          // Half full: the one state that is on its way at Vonage.
          state === 'running' && '[&>path]:fill-current',
        )}
      />
      {labelState(state, flaw)}
    </span>
  )
}
