import { getBoss, type QueueName, type WakeUp } from './boss'

/** How often a worker looks by itself, in seconds: a wake-up for later is told to nobody when its time has come. */
const lookEverySeconds = 2

/**
 * Takes the queue's wake-ups as they become due, until the queue stops.
 * @param atOnce how many are in hand at a time, and at most `ofOneAccount` of them for one account
 */
export async function takeWakeUps(
  queue: QueueName,
  { atOnce, ofOneAccount }: { atOnce: number; ofOneAccount: number },
  take: (wakeUp: WakeUp) => Promise<void>,
): Promise<void> {
  const boss = await getBoss(true)
  await boss.work<WakeUp>(
    queue,
    {
      localConcurrency: atOnce,
      localGroupConcurrency: ofOneAccount,
      pollingIntervalSeconds: lookEverySeconds,
      // Otherwise pg-boss looks every 30 s where it listens, and what is due in 2 s waits for that.
      notifyPollingIntervalSeconds: lookEverySeconds,
    },
    async (jobs) => {
      for (const job of jobs) await take(job.data)
    },
  )
}
