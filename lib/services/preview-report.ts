import { authorize } from '@/lib/data/authorize'
import { appNow, getDb } from '@/lib/db/client'
import type { PlanPreview } from '@/lib/plan/plan-preview'
import { sumUpPlan } from '@/lib/plan/sum-up-plan'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { planValid } from './plan-valid'
import { pricePlan } from './price-plan'

/**
 * What a form would do, before it is sent: what of it is paid for already, what the rest may bring and cost, and which
 * budgets it meets. Changes nothing.
 * @throws AppError `invalid` with the fields at fault, `forbidden`
 */
export async function previewReport(
  actor: UserActor,
  input: CreateReportInput,
): Promise<PlanPreview> {
  authorize(actor, 'reports.create')
  const requests = await planValid(getDb(), input, await appNow())
  return sumUpPlan(requests, await pricePlan(requests))
}
