-- CreateTable
CREATE TABLE "KeyInUse" (
    "id" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "firstUsedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeyInUse_pkey" PRIMARY KEY ("id")
);

-- By hand: before the first fold nothing has been counted, and that is so as of now.
INSERT INTO "Fold" ("id", "at") VALUES (1, now()) ON CONFLICT ("id") DO NOTHING;
