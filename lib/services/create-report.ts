import { getProduct, productTitle } from '@/lib/catalogue/products'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, transact } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import { wake } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { resolveRange } from '@/lib/schemas/dates'

/**
 * Stores what a person asked for: the report, its request and the wake-up, in one transaction. No call to Vonage is
 * made here. The same form sent twice makes one report.
 * @throws AppError `invalid` with the fields at fault, `not-found` for an unknown account, `forbidden`
 */
export async function createReport(
  actor: UserActor,
  input: CreateReportInput,
): Promise<{ id: string }> {
  authorize(actor, 'reports.create')
  const product = getProduct(input.product)
  try {
    return await transact(async (tx) => {
      const again = await tx.report.findUnique({
        where: { formId: input.formId },
        select: { id: true, createdById: true },
      })
      if (again?.createdById === actor.id) return { id: again.id }
      if (again) throw new AppError('conflict', 'This form was used already. Open a new one.')
      const account = await tx.account.findFirst({
        where: { id: input.accountId, removedAt: null },
        select: { id: true, label: true, refusedAt: true },
      })
      if (!account)
        throw new AppError('invalid', 'This account is not there any more.', {
          fieldErrors: { accountId: ['This account is not there any more. Choose another.'] },
        })
      if (account.refusedAt)
        throw new AppError('invalid', 'Vonage refuses this account at the moment.', {
          fieldErrors: {
            accountId: [
              'Vonage refuses this account’s key. Replace its secret under Accounts first.',
            ],
          },
        })
      const now = await appNow(tx)
      const range = resolveRange({
        from: input.from,
        to: input.to,
        timeZone: input.timeZone,
        now,
        retentionDays: product.retentionDays,
      })
      if (!range.ok)
        throw new AppError('invalid', 'The range is not right.', {
          fieldErrors: Object.fromEntries(
            Object.entries(range.fieldErrors).map(([field, message]) => [field, [message]]),
          ),
        })
      const filters = Object.fromEntries(
        Object.entries(input.filters).filter(([, value]) => value !== '' && value !== false),
      )
      const report = await tx.report.create({
        data: {
          formId: input.formId,
          createdById: actor.id,
          title: `${productTitle(input.product, input.direction)} · ${account.label}`,
          timeZone: input.timeZone,
          parameters: { ...input, filters },
          createdAt: now,
        },
        select: { id: true, title: true },
      })
      const request = await tx.reportRequest.create({
        data: {
          reportId: report.id,
          accountId: account.id,
          product: input.product,
          direction: input.direction,
          targetAccountId: input.targetAccountId,
          dateStart: range.dateStart,
          dateEnd: range.dateEnd,
          includeSubaccounts: input.includeSubaccounts,
          filters,
          dueAt: now,
          createdAt: now,
        },
        select: { id: true },
      })
      await tx.account.update({
        where: { id: account.id },
        data: { lastUsedAt: now },
        select: { id: true },
      })
      await recordAudit(tx, actor, {
        kind: 'report.created',
        subject: { kind: 'report', id: report.id, name: report.title },
        data: { requests: 1, account: account.label },
        at: now,
      })
      await recordEvent(tx, actor, {
        reportId: report.id,
        requestId: request.id,
        kind: 'created',
        at: now,
      })
      await wake(tx, 'request', { requestId: request.id }, { delayMs: 0, group: account.id })
      return { id: report.id }
    })
  } catch (error) {
    // Two clicks at the same moment: the other transaction won, so its report is the answer.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return createReport(actor, input)
    throw error
  }
}
