'use client'

import { AlreadyPaid } from '@/components/plan/already-paid'
import { BudgetNotices } from '@/components/plan/budget-notices'
import { EstimateText } from '@/components/plan/estimate-text'
import type { PlanPreview } from '@/lib/plan/plan-preview'
import type { CreateReportInput } from '@/lib/schemas/create-report'

/** What sending the form would do, beyond what it says itself: what is paid for, what it may cost, which budgets it meets. */
export function PlanPanel({
  preview,
  timeZone,
  reuse,
  onReuse,
  passBudget,
  onPassBudget,
  mayPassBudget,
  onCancel,
}: {
  preview: PlanPreview
  timeZone: string
  reuse: CreateReportInput['reuse']
  onReuse: (reuse: CreateReportInput['reuse']) => void
  passBudget: boolean
  onPassBudget: (passes: boolean) => void
  mayPassBudget: boolean
  onCancel: () => void
}) {
  const choice = reuse === 'kept' ? 'kept' : 'none'
  return (
    <div className="grid gap-4">
      {(preview.parts.length > 0 || preview.running.length > 0) && (
        <AlreadyPaid
          preview={preview}
          timeZone={timeZone}
          reuse={reuse}
          onReuse={onReuse}
          onCancel={onCancel}
        />
      )}
      <section aria-label="Estimate" className="grid gap-1">
        <h3 className="font-medium">What it may bring</h3>
        <div className="text-ink-2">
          <EstimateText estimate={preview.estimate[choice]} />
        </div>
      </section>
      <BudgetNotices
        budgets={preview.budgets[choice]}
        mayPass={mayPassBudget}
        passes={passBudget}
        onPass={onPassBudget}
      />
    </div>
  )
}
