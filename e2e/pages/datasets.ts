import type { APIRequestContext } from '@playwright/test'
import { expect } from '../test'

/** Waits until the records of a report can be asked. */
export async function expectPrepared(request: APIRequestContext, reportId: string): Promise<void> {
  const states = async () => {
    const answer = await request.get(`/api/reports/${reportId}/datasets`)
    return ((await answer.json()) as { state: string }[]).map(({ state }) => state)
  }
  await expect.poll(states).toEqual(['ready'])
}
