import { describeUsage, readOptions, UsageError } from './cli'
import { defaultCredentials } from './options'
import { type RunningSandbox, startSandbox } from './server'

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (!options) {
    process.stdout.write(describeUsage())
    return
  }
  let sandbox: RunningSandbox | null = null
  const stop = () => {
    void (sandbox?.close() ?? Promise.resolve()).finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  sandbox = await startSandbox(options)

  if (options.apiSecret === defaultCredentials.apiSecret) {
    console.log(`sandbox key ${options.apiKey} secret ${options.apiSecret}`)
  }
  console.log(`sandbox listening on ${sandbox.url}`)
  process.send?.({ type: 'ready', url: sandbox.url })
}

run().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof UsageError) console.error(`${error.message} See --help.`)
  else if (code === 'EADDRINUSE') console.error('This port is taken. Choose another with --port.')
  else console.error(error)
  process.exit(1)
})
