-- A part of every PostgreSQL distribution, and trusted: the database's owner may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "Report_stateCounts_idx" ON "Report" USING GIN ("stateCounts");

-- CreateIndex
CREATE INDEX "Report_title_trgm_idx" ON "Report" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ReportRequest_requestId_start_idx" ON "ReportRequest" USING SPGIST ("requestId" text_ops);

-- CreateIndex
CREATE INDEX "ReportRequest_targetAccountId_start_idx" ON "ReportRequest" USING SPGIST ("targetAccountId" text_ops);
