import { parseArgs } from 'node:util'
import { findCrowdedSeconds } from './check-rate'
import { findLeftovers } from './leftovers'
import { createRandom } from './random'
import { runRound } from './round'
import { openStage, type Stage } from './stage'

const usage = `Usage: script/torture [--rounds N] [--seed S] [--seconds N] [--keep]

Runs the product with two web servers and two workers on a database and a sandbox, asks for reports, and breaks things:
kills, cuts connections, pauses, fills the disk, moves the clock. Then it lets all finish, and holds what is here against
what the sandbox knows. The seed chooses what is done; when it strikes is the machine's. --seconds ends after the round
that is under way then. --keep leaves the folder with all logs. The last line is “N rounds, N lost, N sent twice, N stuck”.`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '10' },
      seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
      seconds: { type: 'string', default: `${7 * 24 * 3600}` },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const [rounds, seed, seconds] = [values.rounds, values.seed, values.seconds].map(Number)
  if (!rounds || !Number.isInteger(seed) || !seconds) throw new Error(usage)

  const stage = await openStage()
  process.once('SIGINT', () => void stage.end().finally(() => process.exit(130)))
  console.log(`Seed ${seed}; archives on ${stage.disk.kind}; logs in ${stage.folder}`)
  const ok = await run(stage, {
    rounds,
    seed: seed ?? 0,
    endAt: Date.now() + seconds * 1000,
  }).finally(() => (values.keep ? stage.stop() : stage.end()))
  process.exit(ok ? 0 : 1)
}

type Course = { rounds: number; seed: number; endAt: number }

async function run(stage: Stage, { rounds, seed, endAt }: Course): Promise<boolean> {
  const sum = { lost: 0, sentTwice: 0, stuck: 0 }
  let done = 0
  while (done < rounds && Date.now() < endAt) {
    done += 1
    const began = Date.now()
    // A round has numbers of its own, so that it can be had again whatever the others drew.
    const { verdict, reports, deeds, faults } = await runRound(
      stage,
      createRandom(seed * 1000 + done),
      done,
    )
    sum.lost += verdict.lost.length
    sum.sentTwice += verdict.sentTwice.length
    sum.stuck += verdict.stuck.length
    const seconds = Math.round((Date.now() - began) / 1000)
    console.log(
      `Round ${done}: ${reports} reports in ${seconds} s; ${[...deeds, ...faults].join(', ')}`,
    )
    for (const fault of Object.values(verdict).flat()) console.log(`  FAULT ${fault}`)
  }
  const left = await findLeftovers(stage)
  for (const name of left) console.log(`FAULT left behind: ${name}`)
  const crowded = await findCrowdedSeconds(stage)
  for (const second of crowded) console.log(`FAULT more than 6 requests in a second: ${second}`)
  console.log(`${done} rounds, ${sum.lost} lost, ${sum.sentTwice} sent twice, ${sum.stuck} stuck`)
  return sum.lost + sum.sentTwice + sum.stuck + left.length + crowded.length === 0
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
