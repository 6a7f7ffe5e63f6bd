-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "outcomeNote" TEXT,
ADD COLUMN     "published" INTEGER,
ADD COLUMN     "publishedBy" UUID;

-- AlterTable
ALTER TABLE "LetterTemplate" ADD COLUMN     "retired" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CampaignRevision" (
    "campaignId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "doc" JSONB NOT NULL,
    "part" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "auto" BOOLEAN NOT NULL,
    "aside" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CampaignRevision_pkey" PRIMARY KEY ("campaignId","number")
);

-- CreateTable
CREATE TABLE "SlugRedirect" (
    "slug" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,

    CONSTRAINT "SlugRedirect_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "SlugRedirect_campaignId_idx" ON "SlugRedirect"("campaignId");

-- AddForeignKey
ALTER TABLE "CampaignRevision" ADD CONSTRAINT "CampaignRevision_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlugRedirect" ADD CONSTRAINT "SlugRedirect_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a campaign ended is said only of one that was closed.
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_outcome"
  CHECK ("outcome" IS NULL OR ("closedAt" IS NOT NULL AND "outcome" IN ('won', 'lost', 'moved', 'lapsed')));

ALTER TABLE "CampaignRevision" ADD CONSTRAINT "CampaignRevision_number" CHECK ("number" > 0);
