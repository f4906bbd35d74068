import { startListener } from '@/lib/db/listener'
import { getBoss, type QueueName, type WakeUp, wakeUpChannel } from './boss'
import { type Taker, takeJobs } from './take-jobs'

type Job = { id: string; groupId?: string | null; data: WakeUp }

type Hands = { atOnce: number; perAccount: number }

type Options = {
  /** How many wake-ups of each queue are in hand at once, and how many of these may be of one account. */
  hands: Record<QueueName, Hands>
  handle: (wakeUp: WakeUp) => Promise<void>
  onFault: (error: unknown) => void
}

/** Those that are due later are found by looking; those that are due now are told. */
const pollMs = 1_000

/** Takes the wake-ups of all queues, for as long as this process works. */
export async function takeWakeUps({
  hands,
  handle,
  onFault,
}: Options): Promise<Pick<Taker, 'stop'>> {
  const boss = await getBoss(true)
  const queues = Object.keys(hands) as QueueName[]
  const takers = new Map(
    queues.map((queue) => {
      const taker = takeJobs<Job>({
        fetch: async (fullGroups) => {
          const [job] = await boss.fetch<WakeUp>(queue, { ignoreGroups: fullGroups })
          return job ?? null
        },
        handle: (job) => handle(job.data),
        finish: (job) => boss.complete(queue, job.id),
        atOnce: hands[queue].atOnce,
        perGroup: hands[queue].perAccount,
        pollMs,
        onFault,
      })
      return [queue as string, taker]
    }),
  )
  const noticeAll = () => {
    for (const taker of takers.values()) taker.notice()
  }
  const listener = startListener({
    applicationName: 'reports-worker-wake-ups',
    channels: [wakeUpChannel],
    onNotification: (_channel, queue) => takers.get(queue)?.notice(),
    onUp: noticeAll,
    onDown: (cause) => cause && onFault(cause),
  })
  return {
    async stop() {
      listener.close()
      await Promise.all([...takers.values()].map((taker) => taker.stop()))
    },
  }
}
