-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);
