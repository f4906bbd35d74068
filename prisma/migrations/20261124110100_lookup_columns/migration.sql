-- AlterTable
ALTER TABLE "RecordLookup" ADD COLUMN     "columns" TEXT[] DEFAULT ARRAY[]::TEXT[];
