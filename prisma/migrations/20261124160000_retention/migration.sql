-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "keepDays" INTEGER;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "heldBy" TEXT;

-- CreateIndex
CREATE INDEX "Archive_createdAt_idx" ON "Archive"("createdAt");
