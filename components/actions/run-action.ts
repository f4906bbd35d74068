import type { ActionResult } from '@/lib/schemas/action-result'

/**
 * Calls a server action and turns a call that broke on the way into an answer, so that what was typed stays.
 *
 * @param unreached what to do when the server could not be reached, in one sentence
 */
export async function runAction<T>(
  call: () => Promise<ActionResult<T>>,
  unreached: string,
): Promise<ActionResult<T>> {
  try {
    return await call()
  } catch (error) {
    // Next marks what was thrown on the server; anything else broke between browser and server.
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
    return {
      ok: false,
      code: digest ? 'unexpected' : 'unreached',
      message: digest
        ? `The server made an error of its own; its log has it under ${digest}. ${unreached}`
        : `The server could not be reached. ${unreached}`,
    }
  }
}
