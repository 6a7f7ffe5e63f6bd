-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "measureId" TEXT;

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL,
    "congress" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "originChamber" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "sponsorId" TEXT,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureSnapshot" (
    "id" UUID NOT NULL,
    "measureId" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "unmatched" JSONB NOT NULL,

    CONSTRAINT "MeasureSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cosponsorship" (
    "snapshotId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "officialId" TEXT NOT NULL,
    "sponsoredOn" DATE,
    "withdrawnOn" DATE,

    CONSTRAINT "Cosponsorship_pkey" PRIMARY KEY ("snapshotId","position")
);

-- CreateIndex
CREATE INDEX "MeasureSnapshot_measureId_asOf_takenAt_idx" ON "MeasureSnapshot"("measureId", "asOf", "takenAt");

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Official"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureSnapshot" ADD CONSTRAINT "MeasureSnapshot_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cosponsorship" ADD CONSTRAINT "Cosponsorship_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "MeasureSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cosponsorship" ADD CONSTRAINT "Cosponsorship_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An id says what the measure is, and its type in which chamber it began.
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_id"
  CHECK ("id" = 'us/' || "congress" || '/' || "type" || '/' || "number" AND "congress" > 0 AND "number" > 0);
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_type"
  CHECK (("originChamber" = 'house' AND "type" IN ('hr', 'hres', 'hjres', 'hconres'))
    OR ("originChamber" = 'senate' AND "type" IN ('s', 'sres', 'sjres', 'sconres')));
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_stage" CHECK ("stage" IN
  ('introduced', 'committee', 'reported', 'passed-house', 'passed-senate', 'passed-both', 'law', 'failed'));
