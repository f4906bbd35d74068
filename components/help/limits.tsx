import { DescriptionList } from '@/components/ui/description-list'
import { Prose } from './prose'

/** Sources: Vonage's API reference, best practices and error pages of 2025 and 2026. */
const limits = [
  {
    term: 'How far back',
    value: '13 months; Video 90 days. Older records are gone at Vonage.',
  },
  { term: 'Length of a range', value: '13 months at most in one request.' },
  {
    term: 'Size of a file',
    value:
      '1 GB packed, about 7 million records. Above that Vonage cuts the rest off and says “truncated”: split the range.',
  },
  {
    term: 'Vonage’s file',
    value: 'Deleted 72 hours after it was made. The copy here stays.',
  },
  {
    term: 'Vonage’s report',
    value: 'Forgotten 4 days after it was asked for; its id means nothing afterwards.',
  },
  {
    term: 'Requests',
    value:
      '5 a second for each API key, 10 a second for looking up single records. This instance keeps to it for all its users together, so a large report takes its turn.',
  },
  {
    term: 'Late statuses',
    value:
      'A message’s final delivery status may arrive up to 72 hours late. A report fetched sooner may show “submitted” where a later one shows “delivered”.',
  },
]

/** What Vonage allows, and for how long. */
export function Limits() {
  return (
    <Prose>
      <DescriptionList items={limits} />
    </Prose>
  )
}
