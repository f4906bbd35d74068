-- DropIndex
DROP INDEX "Report_createdById_idx";

-- CreateIndex
CREATE INDEX "Report_dateStart_id_idx" ON "Report"("dateStart" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Report_rows_id_idx" ON "Report"("rows" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Report_bytes_id_idx" ON "Report"("bytes" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Report_title_id_idx" ON "Report"("title", "id");

-- CreateIndex
CREATE INDEX "Report_products_idx" ON "Report" USING GIN ("products");

-- CreateIndex
CREATE INDEX "Report_accountIds_idx" ON "Report" USING GIN ("accountIds");

-- CreateIndex
CREATE INDEX "Report_createdById_createdAt_idx" ON "Report"("createdById", "createdAt" DESC);

