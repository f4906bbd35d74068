/** With this exit code a program tells its supervisor that starting it again is of no use (EX_CONFIG). */
export const giveUpExitCode = 78

/** Ends this process for a cause that only a person can mend, and says which. */
export function giveUp(reason: string): never {
  console.error(reason)
  process.exit(giveUpExitCode)
}
