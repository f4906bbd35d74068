-- DropIndex
DROP INDEX "ReportRequest_targetAccountId_product_dateStart_idx";

-- AlterTable
ALTER TABLE "Archive" ADD COLUMN     "recordOrder" TEXT;

-- CreateIndex
CREATE INDEX "ReportRequest_targetAccountId_product_dateEnd_dateStart_idx" ON "ReportRequest"("targetAccountId", "product", "dateEnd", "dateStart");
