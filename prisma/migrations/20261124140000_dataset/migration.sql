-- CreateTable
CREATE TABLE "Dataset" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "file" TEXT,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "rowsIn" BIGINT NOT NULL DEFAULT 0,
    "rows" BIGINT NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "problem" JSONB,
    "preparedAt" TIMESTAMPTZ(3),
    "wishes" INTEGER NOT NULL DEFAULT 1,
    "dueAt" TIMESTAMPTZ(3),
    "faults" INTEGER NOT NULL DEFAULT 0,
    "leaseId" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dataset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Dataset_reportId_product_key" ON "Dataset"("reportId", "product");

-- CreateIndex
CREATE INDEX "Dataset_dueAt_idx" ON "Dataset"("dueAt");

-- AddForeignKey
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Has the datasets of reports prepared (anew): one for each product that they have files of, or had.
CREATE FUNCTION want_datasets(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Reports are locked before their datasets, here and by the worker, so that nobody waits in a circle.
  PERFORM 1 FROM "Report" WHERE "id" = ANY(ids) ORDER BY "id" FOR NO KEY UPDATE;
  INSERT INTO "Dataset" ("id", "reportId", "product", "dueAt", "updatedAt")
  SELECT gen_random_uuid(), p."reportId", p."product", app_now(), app_now()
  FROM (
    SELECT q."reportId", q."product" FROM "ReportRequest" q JOIN "Archive" a ON a."requestId" = q."id"
    WHERE q."reportId" = ANY(ids)
    UNION
    SELECT k."reportId", q."product" FROM "KeptPart" k JOIN "ReportRequest" q ON q."id" = k."sourceId"
    WHERE k."reportId" = ANY(ids)
  ) p
  ON CONFLICT ("reportId", "product") DO UPDATE
  SET "dueAt" = app_now(), "wishes" = "Dataset"."wishes" + 1, "faults" = 0, "updatedAt" = app_now();
END $$;

CREATE FUNCTION archives_want_datasets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM want_datasets(ARRAY(
    SELECT q."reportId" FROM new_rows n JOIN "ReportRequest" q ON q."id" = n."requestId"
    UNION SELECT k."reportId" FROM new_rows n JOIN "KeptPart" k ON k."sourceId" = n."requestId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Archive_wants_dataset" AFTER INSERT ON "Archive"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION archives_want_datasets();

-- What was prepared of a file that is deleted can't be read from that moment on.
CREATE FUNCTION archives_end_datasets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(
    SELECT q."reportId" FROM new_rows n JOIN old_rows o USING ("requestId") JOIN "ReportRequest" q ON q."id" = n."requestId"
    WHERE n."deletedAt" IS DISTINCT FROM o."deletedAt"
    UNION
    SELECT k."reportId" FROM new_rows n JOIN old_rows o USING ("requestId") JOIN "KeptPart" k ON k."sourceId" = n."requestId"
    WHERE n."deletedAt" IS DISTINCT FROM o."deletedAt");
BEGIN
  IF cardinality(ids) > 0 THEN
    PERFORM want_datasets(ids);
    UPDATE "Dataset" SET "file" = NULL, "state" = 'waiting' WHERE "reportId" = ANY(ids);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Archive_updated_ends_dataset" AFTER UPDATE ON "Archive"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION archives_end_datasets();

CREATE FUNCTION kept_parts_want_datasets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM want_datasets(ARRAY(SELECT DISTINCT "reportId" FROM new_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER "KeptPart_wants_dataset" AFTER INSERT ON "KeptPart"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION kept_parts_want_datasets();

-- A replaced request's file is no longer a part of its report.
CREATE FUNCTION replacements_want_datasets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(
    SELECT DISTINCT n."reportId" FROM new_rows n JOIN old_rows o USING ("id")
    JOIN "Archive" a ON a."requestId" = n."id"
    WHERE n."replacedById" IS DISTINCT FROM o."replacedById");
BEGIN
  IF cardinality(ids) > 0 THEN PERFORM want_datasets(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReportRequest_wants_dataset" AFTER UPDATE ON "ReportRequest"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION replacements_want_datasets();

-- A dataset that becomes ready, or no longer is, is seen on its report's page.
CREATE FUNCTION dataset_was_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Report" SET "version" = "version" + 1 WHERE "id" = NEW."reportId";
  PERFORM pg_notify('report_changed', "id" || ':' || "version") FROM "Report" WHERE "id" = NEW."reportId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Dataset_changed" AFTER UPDATE ON "Dataset" FOR EACH ROW
  WHEN (NEW."state" <> OLD."state" OR NEW."file" IS DISTINCT FROM OLD."file")
  EXECUTE FUNCTION dataset_was_changed();

-- The reports that are there already.
SELECT want_datasets(ARRAY(SELECT "id" FROM "Report"));
