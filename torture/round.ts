import { setTimeout as sleep } from 'node:timers/promises'
import { ask, drawForm } from './ask'
import { checkRound, type Verdict } from './check'
import { patiently } from './database'
import { finishAll } from './finish'
import { drawDeeds, drawFaults } from './mischief'
import type { Random } from './random'
import type { Stage } from './stage'

/** How long mischief is made in a round, in milliseconds. */
const mischiefMs = 8_000

export type RoundResult = {
  verdict: Verdict
  deeds: string[]
  faults: string[]
  reports: number
}

/** Asks for reports while things go wrong, mends them, lets all finish, and holds it against what the sandbox knows. */
export async function runRound(stage: Stage, random: Random, number: number): Promise<RoundResult> {
  await stage.signIn()
  const faults = drawFaults(random)
  for (const fault of faults) await stage.sandbox.break(fault)
  const forms = Array.from({ length: 2 + random.int(4) }, (_, index) => ({
    form: drawForm(random, stage, number * 7 + index),
    afterMs: random.int(mischiefMs),
  }))
  const deeds = drawDeeds(random, stage).map((deed) => ({
    ...deed,
    afterMs: random.int(mischiefMs),
  }))

  const asking = Promise.allSettled(
    forms.map(async ({ form, afterMs }) => {
      await sleep(afterMs)
      return ask(stage, form)
    }),
  )
  // One after the other in their order: two deeds to one program at once would only hide each other.
  let at = 0
  for (const deed of deeds.toSorted((a, b) => a.afterMs - b.afterMs)) {
    await sleep(Math.max(0, deed.afterMs - at))
    const began = Date.now()
    await deed.run()
    at = deed.afterMs + Date.now() - began
  }
  await stage.sandbox.mend()
  const asked = await asking
  const accepted = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  await finishAll(stage)
  const verdict = await stage.excuse(() => checkRound(stage, accepted))
  for (const one of asked)
    if (one.status === 'rejected') verdict.stuck.push(`${one.reason} ${one.reason.cause}`)
  await checkDownload(stage, accepted, random, verdict)
  return {
    verdict,
    deeds: deeds.map(({ name }) => name),
    faults: faults.map(({ name, operation = [] }) => [name, ...operation].join(' ')),
    reports: accepted.length,
  }
}

/** What a person downloads is whole, whatever befell the web servers. */
async function checkDownload(
  stage: Stage,
  accepted: readonly string[],
  random: Random,
  verdict: Verdict,
): Promise<void> {
  if (accepted.length === 0) return
  const id = random.pick(accepted)
  const status = await patiently(() => stage.door.tryDownload(id))
  if (status !== 'whole' && status !== 'no file')
    verdict.lost.push(`the download of ${id}: ${status}`)
}
