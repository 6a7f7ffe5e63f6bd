-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "lastPicture" INTEGER NOT NULL DEFAULT 0;
