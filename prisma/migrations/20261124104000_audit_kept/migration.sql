-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_at_idx" ON "AuditEntry"("subjectId", "at" DESC);


-- What follows is what Prisma can't say.

-- Emptying the whole table is deleting, too, and no trigger on rows sees it.
CREATE TRIGGER "AuditEntry_is_kept" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
