-- AlterTable
ALTER TABLE "RecordLookup" ADD COLUMN     "askedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RecordPage" ADD COLUMN     "currency" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "price" DECIMAL(65,30),
ADD COLUMN     "receivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "requestId" TEXT,
ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "UsageFetch" ADD COLUMN     "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "faults" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fetchedFrom" TIMESTAMPTZ(3),
ADD COLUMN     "jobAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "jobFrom" TIMESTAMPTZ(3),
ADD COLUMN     "jobRequestId" TEXT,
ADD COLUMN     "jobTo" TIMESTAMPTZ(3),
ADD COLUMN     "leaseId" UUID,
ADD COLUMN     "leaseUntil" TIMESTAMPTZ(3),
ADD COLUMN     "ownOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wantedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "UsageRecord" ADD COLUMN     "lookupId" UUID,
ADD COLUMN     "matchedBy" TEXT;

-- CreateIndex
CREATE INDEX "RecordPage_requestId_idx" ON "RecordPage"("requestId");

-- CreateIndex
CREATE INDEX "UsageRecord_receivedAt_idx" ON "UsageRecord"("receivedAt");

-- CreateIndex
CREATE INDEX "UsageRecord_lookupId_idx" ON "UsageRecord"("lookupId");

-- AddForeignKey
ALTER TABLE "UsageRecord" ADD CONSTRAINT "UsageRecord_lookupId_fkey" FOREIGN KEY ("lookupId") REFERENCES "RecordLookup"("id") ON DELETE SET NULL ON UPDATE CASCADE;
