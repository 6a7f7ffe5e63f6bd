-- CreateTable
CREATE TABLE "LimitUse" (
    "keyHmac" BYTEA NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "LimitUse_pkey" PRIMARY KEY ("keyHmac","since")
);

-- CreateIndex
CREATE INDEX "LimitUse_since_idx" ON "LimitUse"("since");
