-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "asksVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "secondPerson" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "asksVersion" INTEGER;

-- CreateTable
CREATE TABLE "PublishRequest" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "PublishRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedAsks" (
    "campaignId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "asks" TEXT[],

    CONSTRAINT "PublishedAsks_pkey" PRIMARY KEY ("campaignId","number")
);

-- CreateIndex
CREATE INDEX "PublishRequest_campaignId_askedAt_idx" ON "PublishRequest"("campaignId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PublishRequest_open" ON "PublishRequest"("campaignId") WHERE ("state" = 'open');

-- AddForeignKey
ALTER TABLE "PublishRequest" ADD CONSTRAINT "PublishRequest_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedAsks" ADD CONSTRAINT "PublishedAsks_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a request that is open nobody has decided; one that was declined says why.
ALTER TABLE "PublishRequest" ADD CONSTRAINT "PublishRequest_state" CHECK (
  "state" IN ('open', 'published', 'declined', 'taken-back', 'replaced', 'asker-gone', 'rewritten', 'overtaken', 'not-ready')
  AND ("state" = 'open') = ("decidedAt" IS NULL)
  AND ("state" = 'declined') = ("reason" IS NOT NULL)
);

-- What is asked on the pages that readers see by now is the first version.
INSERT INTO "PublishedAsks" ("campaignId", "number", "locale", "at", "asks")
SELECT DISTINCT ON (c."id") c."id", 1, a."locale", coalesce(c."changedAt", c."publishedAt"),
  array_agg(a."text" ORDER BY a."position")
FROM "Campaign" c JOIN "Ask" a ON a."campaignId" = c."id" WHERE c."publishedAt" IS NOT NULL
GROUP BY c."id", a."locale" ORDER BY c."id", a."locale";
