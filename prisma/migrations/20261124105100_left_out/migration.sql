-- AlterTable
ALTER TABLE "KeptPart" ADD COLUMN     "leftOut" TEXT[] DEFAULT ARRAY[]::TEXT[];
