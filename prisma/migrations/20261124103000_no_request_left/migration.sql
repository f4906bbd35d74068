-- A report whose last request was replaced by nothing but earlier files has none, and is counted so, too. What it is about
-- is looked for only where its maker did not say.
CREATE OR REPLACE FUNCTION summarise_reports(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Locked first, so that the count below sees what another transaction has just committed.
  PERFORM 1 FROM "Report" WHERE "id" = ANY(ids) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Report" AS r SET
    "requestCount" = COALESCE(s.requests, 0),
    "stateCounts" = COALESCE(s.states, '{}'),
    "rows" = COALESCE(s.rows, 0),
    "bytes" = COALESCE(s.bytes, 0),
    "products" = CASE WHEN cardinality(r."products") > 0 THEN r."products" ELSE COALESCE(
      (SELECT array_agg(DISTINCT q."product") FROM "ReportRequest" q WHERE q."reportId" = r."id"), '{}') END,
    "accountIds" = CASE WHEN cardinality(r."accountIds") > 0 THEN r."accountIds" ELSE COALESCE(
      (SELECT array_agg(DISTINCT q."accountId") FROM "ReportRequest" q WHERE q."reportId" = r."id"), '{}') END,
    "dateStart" = COALESCE(r."dateStart", s.date_start),
    "dateEnd" = COALESCE(r."dateEnd", s.date_end),
    "version" = r."version" + 1,
    "updatedAt" = CURRENT_TIMESTAMP
  FROM unnest(ids) AS asked("id") LEFT JOIN (
    SELECT by_state."reportId",
      sum(by_state.n) AS requests,
      jsonb_object_agg(by_state."state", by_state.n) AS states,
      sum(by_state.rows) AS rows,
      sum(by_state.bytes) AS bytes,
      min(by_state.date_start) AS date_start,
      max(by_state.date_end) AS date_end
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
  ) AS s ON s."reportId" = asked."id"
  WHERE r."id" = asked."id";
  PERFORM pg_notify('report_changed', "id" || ':' || "version") FROM "Report" WHERE "id" = ANY(ids);
END $$;
