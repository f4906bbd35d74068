/** A page of the history after a place, all that the product reads for it, by one statement that is prepared once. */
export const barePage = `
  SELECT r."id", r."title", r."timeZone", r."products", r."accountIds", r."dateStart", r."dateEnd", r."requestCount",
    r."stateCounts", r."rows", r."bytes", r."createdAt", r."version", u."name",
    (SELECT count(*) FROM "KeptPart" k WHERE k."reportId" = r."id") AS "keptParts",
    (SELECT bool_and(s."environment" = 'sandbox') FROM "Account" s WHERE s."id" = ANY(r."accountIds")) AS "isSandbox",
    q."id" AS q1, q."state", q."requestStatus", q."requestId", q."product", q."direction", q."targetAccountId",
    q."dateStart" AS q2, q."dateEnd" AS q3, q."includeSubaccounts", q."filters", q."itemsCount", q."receiveTime", q."startTime",
    q."submittedAt", q."finishedSeenAt", q."fileDeadline", q."endedAt", q."cancelRequestedAt", q."problem", q."version" AS q4,
    a."id" AS a1, a."label", a."environment", a."refusedAt", a."refusal", a."removedAt",
    f."bytes" AS f1, f."rows" AS f2, f."csvBytes", f."sha256", f."entryName", f."deletedAt", f."deletedBy", f."createdAt" AS f3,
    f."firstRecordAt", f."lastRecordAt", f."recordOrder", app_now() AS now
  FROM "Report" r
  JOIN "User" u ON u."id" = r."createdById"
  LEFT JOIN "ReportRequest" q ON r."requestCount" = 1 AND q."reportId" = r."id" AND q."replacedById" IS NULL
  LEFT JOIN "Account" a ON a."id" = q."accountId"
  LEFT JOIN "Archive" f ON f."requestId" = q."id"
  WHERE (r."createdAt", r."id") < ($1, $2)
  ORDER BY r."createdAt" DESC, r."id" DESC LIMIT 51`
