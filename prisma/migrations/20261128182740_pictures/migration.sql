-- AlterTable
ALTER TABLE "CampaignText" ADD COLUMN     "sharePicture" INTEGER,
ADD COLUMN     "shareText" TEXT;

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "pictureHeight" INTEGER,
ADD COLUMN     "pictureSha256" TEXT,
ADD COLUMN     "pictureWidth" INTEGER,
ADD COLUMN     "wordMark" TEXT;

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "BlobUse" (
    "sha256" TEXT NOT NULL,
    "usedBy" TEXT NOT NULL,

    CONSTRAINT "BlobUse_pkey" PRIMARY KEY ("sha256","usedBy")
);

-- CreateTable
CREATE TABLE "CampaignPicture" (
    "campaignId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "smallSha256" TEXT,
    "cardSha256" TEXT,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "isUsed" BOOLEAN NOT NULL,

    CONSTRAINT "CampaignPicture_pkey" PRIMARY KEY ("campaignId","n")
);

-- CreateTable
CREATE TABLE "ShownPicture" (
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "credit" TEXT NOT NULL,

    CONSTRAINT "ShownPicture_pkey" PRIMARY KEY ("campaignId","locale","n")
);

-- CreateIndex
CREATE INDEX "BlobUse_usedBy_idx" ON "BlobUse"("usedBy");

-- AddForeignKey
ALTER TABLE "BlobUse" ADD CONSTRAINT "BlobUse_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignPicture" ADD CONSTRAINT "CampaignPicture_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShownPicture" ADD CONSTRAINT "ShownPicture_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A blob is named by its sha256, and a name is all that leads to it.
ALTER TABLE "Blob" ADD CONSTRAINT "Blob_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
