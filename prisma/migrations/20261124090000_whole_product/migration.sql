-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "subaccountsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Archive" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deletedBy" TEXT,
ADD COLUMN     "firstRecordAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastRecordAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "accountIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "bytes" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "dateEnd" TIMESTAMPTZ(3),
ADD COLUMN     "dateStart" TIMESTAMPTZ(3),
ADD COLUMN     "products" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "requestCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rows" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "stateCounts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ReportRequest" ADD COLUMN     "adopted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "replacedById" UUID;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "theme" TEXT,
ADD COLUMN     "timeZone" TEXT;

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "address" TEXT,
    "userAgent" TEXT,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "subjectName" TEXT,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subaccount" (
    "accountId" UUID NOT NULL,
    "apiKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suspended" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subaccount_pkey" PRIMARY KEY ("accountId","apiKey")
);

-- CreateTable
CREATE TABLE "Budget" (
    "accountId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "warnAt" DECIMAL(65,30),
    "stopAt" DECIMAL(65,30),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "UsageRecord" (
    "accountId" UUID NOT NULL,
    "recordId" TEXT NOT NULL,
    "targetAccountId" TEXT NOT NULL,
    "masterAccountId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "product" TEXT NOT NULL,
    "jobType" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "itemsWritten" BIGINT,
    "isCharged" BOOLEAN,
    "price" DECIMAL(65,30),
    "totalPrice" DECIMAL(65,30),
    "currency" TEXT NOT NULL,
    "tierVolume" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "requestId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsageRecord_pkey" PRIMARY KEY ("accountId","recordId")
);

-- CreateTable
CREATE TABLE "UsageFetch" (
    "accountId" UUID NOT NULL,
    "fetchedTo" TIMESTAMPTZ(3),
    "succeededAt" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),
    "problem" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsageFetch_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RecordLookup" (
    "id" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "targetAccountId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "direction" TEXT,
    "parameters" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "problem" JSONB,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "missingIds" TEXT[],
    "next" JSONB,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordLookup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordPage" (
    "lookupId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "records" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordPage_pkey" PRIMARY KEY ("lookupId","number")
);

-- CreateTable
CREATE TABLE "KeptPart" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "dateStart" TIMESTAMPTZ(3) NOT NULL,
    "dateEnd" TIMESTAMPTZ(3) NOT NULL,
    "mayHaveChanged" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptPart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_kind_at_idx" ON "AuditEntry"("kind", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at" DESC);

-- CreateIndex
CREATE INDEX "UsageRecord_accountId_receivedAt_idx" ON "UsageRecord"("accountId", "receivedAt");

-- CreateIndex
CREATE INDEX "UsageRecord_requestId_idx" ON "UsageRecord"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "RecordLookup_formId_key" ON "RecordLookup"("formId");

-- CreateIndex
CREATE INDEX "RecordLookup_createdAt_id_idx" ON "RecordLookup"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RecordLookup_createdById_idx" ON "RecordLookup"("createdById");

-- CreateIndex
CREATE INDEX "RecordLookup_accountId_idx" ON "RecordLookup"("accountId");

-- CreateIndex
CREATE INDEX "KeptPart_reportId_idx" ON "KeptPart"("reportId");

-- CreateIndex
CREATE INDEX "KeptPart_sourceId_idx" ON "KeptPart"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRequest_replacedById_key" ON "ReportRequest"("replacedById");

-- CreateIndex
CREATE INDEX "ReportRequest_targetAccountId_product_dateStart_idx" ON "ReportRequest"("targetAccountId", "product", "dateStart");

-- CreateIndex
CREATE INDEX "ReportRequest_requestId_idx" ON "ReportRequest"("requestId");

-- AddForeignKey
ALTER TABLE "Subaccount" ADD CONSTRAINT "Subaccount_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageRecord" ADD CONSTRAINT "UsageRecord_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageRecord" ADD CONSTRAINT "UsageRecord_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReportRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageFetch" ADD CONSTRAINT "UsageFetch_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordLookup" ADD CONSTRAINT "RecordLookup_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordLookup" ADD CONSTRAINT "RecordLookup_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordPage" ADD CONSTRAINT "RecordPage_lookupId_fkey" FOREIGN KEY ("lookupId") REFERENCES "RecordLookup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRequest" ADD CONSTRAINT "ReportRequest_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "ReportRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptPart" ADD CONSTRAINT "KeptPart_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptPart" ADD CONSTRAINT "KeptPart_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "ReportRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows is what Prisma can't say.

-- An audit entry is never changed and never deleted.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An audit entry can be neither changed nor deleted.';
END $$;
CREATE TRIGGER "AuditEntry_is_final" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

-- Counts the requests of reports anew and tells the listeners: the payload is `id:version`.
CREATE FUNCTION summarise_reports(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Locked first, so that the count below sees what another transaction has just committed.
  PERFORM 1 FROM "Report" WHERE "id" = ANY(ids) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Report" AS r SET
    "requestCount" = s.requests,
    "stateCounts" = s.states,
    "rows" = s.rows,
    "bytes" = s.bytes,
    "products" = CASE WHEN cardinality(r."products") = 0 THEN s.products ELSE r."products" END,
    "accountIds" = CASE WHEN cardinality(r."accountIds") = 0 THEN s.accounts ELSE r."accountIds" END,
    "dateStart" = COALESCE(r."dateStart", s.date_start),
    "dateEnd" = COALESCE(r."dateEnd", s.date_end),
    "version" = r."version" + 1,
    "updatedAt" = CURRENT_TIMESTAMP
  FROM (
    SELECT by_state."reportId",
      sum(by_state.n) AS requests,
      jsonb_object_agg(by_state."state", by_state.n) AS states,
      sum(by_state.rows) AS rows,
      sum(by_state.bytes) AS bytes,
      min(by_state.date_start) AS date_start,
      max(by_state.date_end) AS date_end,
      (SELECT array_agg(DISTINCT q."product") FROM "ReportRequest" q
        WHERE q."reportId" = by_state."reportId") AS products,
      (SELECT array_agg(DISTINCT q."accountId") FROM "ReportRequest" q
        WHERE q."reportId" = by_state."reportId") AS accounts
    FROM (
      SELECT q."reportId", q."state", count(*) AS n,
        COALESCE(sum(a."rows"), 0) AS rows,
        COALESCE(sum(a."bytes") FILTER (WHERE a."deletedAt" IS NULL), 0) AS bytes,
        min(q."dateStart") AS date_start, max(q."dateEnd") AS date_end
      FROM "ReportRequest" q LEFT JOIN "Archive" a ON a."requestId" = q."id"
      WHERE q."reportId" = ANY(ids) AND q."replacedById" IS NULL
      GROUP BY q."reportId", q."state"
    ) AS by_state
    GROUP BY by_state."reportId"
  ) AS s
  WHERE r."id" = s."reportId";
  PERFORM pg_notify('report_changed', "id" || ':' || "version") FROM "Report" WHERE "id" = ANY(ids);
END $$;

CREATE FUNCTION requests_were_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM summarise_reports(ARRAY(SELECT DISTINCT "reportId" FROM new_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER "ReportRequest_inserted" AFTER INSERT ON "ReportRequest"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION requests_were_inserted();

-- A renewed lease is nothing that a viewer sees: only a new version counts.
CREATE FUNCTION requests_were_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[] := ARRAY(
    SELECT DISTINCT n."reportId" FROM new_rows n JOIN old_rows o USING ("id")
    WHERE n."version" <> o."version" OR n."state" <> o."state"
      OR n."replacedById" IS DISTINCT FROM o."replacedById");
BEGIN
  IF cardinality(changed) > 0 THEN PERFORM summarise_reports(changed); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReportRequest_updated" AFTER UPDATE ON "ReportRequest"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION requests_were_updated();

CREATE FUNCTION archives_were_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM summarise_reports(ARRAY(
    SELECT DISTINCT q."reportId" FROM "ReportRequest" q JOIN new_rows n ON n."requestId" = q."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Archive_inserted" AFTER INSERT ON "Archive"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION archives_were_written();
CREATE TRIGGER "Archive_updated" AFTER UPDATE ON "Archive"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION archives_were_written();

-- A line in the timeline is seen, too.
CREATE FUNCTION events_were_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT DISTINCT "reportId" FROM new_rows);
BEGIN
  PERFORM 1 FROM "Report" WHERE "id" = ANY(ids) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Report" SET "version" = "version" + 1 WHERE "id" = ANY(ids);
  PERFORM pg_notify('report_changed', "id" || ':' || "version") FROM "Report" WHERE "id" = ANY(ids);
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_inserted" AFTER INSERT ON "Event"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION events_were_inserted();

-- Streams and downloads of a person end when the session does: the payload is the user's id.
CREATE FUNCTION sessions_were_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions_changed', NEW."userId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_ended" AFTER UPDATE OF "endedAt" ON "Session"
  FOR EACH ROW WHEN (NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION sessions_were_ended();

CREATE FUNCTION user_was_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions_changed', NEW."id"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "User_changed" AFTER UPDATE OF "role", "disabledAt" ON "User"
  FOR EACH ROW EXECUTE FUNCTION user_was_changed();

-- The reports that are there already.
SELECT summarise_reports(ARRAY(SELECT "id" FROM "Report"));
