-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PersonalLink" (
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "emailHmac" BYTEA NOT NULL,
    "sealedEmail" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonalLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PersonalLink_hash_key" ON "PersonalLink"("hash");

-- CreateIndex
CREATE INDEX "PersonalLink_emailHmac_idx" ON "PersonalLink"("emailHmac");

-- CreateIndex
CREATE INDEX "PersonalLink_expiresAt_idx" ON "PersonalLink"("expiresAt");

-- By hand: the states of signature.ts. Validated in a migration of its own: that reads the table while others write.
ALTER TABLE "Signature" DROP CONSTRAINT "Signature_state",
  ADD CONSTRAINT "Signature_state" CHECK ("state" IN ('pending', 'confirmed', 'withdrawn', 'expired')) NOT VALID,
  ADD CONSTRAINT "Signature_withdrawn" CHECK (("withdrawnAt" IS NOT NULL) = ("state" = 'withdrawn')) NOT VALID;
