-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "postalAddress" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "privacyEmail" TEXT NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Matter" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "matterId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "goal" INTEGER,
    "isDemo" BOOLEAN NOT NULL,
    "retentionDays" INTEGER NOT NULL,
    "hasLetters" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignText" (
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "askIntro" TEXT NOT NULL,
    "reportedIn" TEXT,
    "abroad" TEXT NOT NULL,

    CONSTRAINT "CampaignText_pkey" PRIMARY KEY ("campaignId","locale")
);

-- CreateTable
CREATE TABLE "Ask" (
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "short" TEXT NOT NULL,

    CONSTRAINT "Ask_pkey" PRIMARY KEY ("campaignId","locale","position")
);

-- CreateTable
CREATE TABLE "TalkingPoint" (
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sourcePosition" INTEGER NOT NULL,

    CONSTRAINT "TalkingPoint_pkey" PRIMARY KEY ("campaignId","locale","position")
);

-- CreateTable
CREATE TABLE "CampaignSource" (
    "campaignId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publishedOn" DATE,
    "url" TEXT,

    CONSTRAINT "CampaignSource_pkey" PRIMARY KEY ("campaignId","position")
);

-- CreateTable
CREATE TABLE "CampaignStep" (
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "CampaignStep_pkey" PRIMARY KEY ("campaignId","locale","position")
);

-- CreateTable
CREATE TABLE "TargetRule" (
    "campaignId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "TargetRule_pkey" PRIMARY KEY ("campaignId","position")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "onceKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "campaignId" UUID,
    "isDemo" BOOLEAN NOT NULL,
    "recipientHmac" BYTEA,
    "sealedPayload" BYTEA,
    "payloadHmac" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),
    "leaseBy" TEXT,
    "firstSentAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "providerId" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryEvent" (
    "id" BIGSERIAL NOT NULL,
    "deliveryId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "providerRef" TEXT,

    CONSTRAINT "DeliveryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "emailHmac" BYTEA NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("emailHmac","scope")
);

-- CreateTable
CREATE TABLE "LocalMail" (
    "id" UUID NOT NULL,
    "idempotencyKey" TEXT,
    "bodyHmac" BYTEA NOT NULL,
    "sealedMail" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LocalMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DivisionMap" (
    "id" TEXT NOT NULL,
    "congress" INTEGER,
    "validFrom" DATE NOT NULL,
    "validUntil" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "DivisionMap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Division" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "parentId" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostalArea" (
    "country" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "mapId" TEXT NOT NULL,
    "divisionId" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "PostalArea_pkey" PRIMARY KEY ("country","code","mapId","divisionId")
);

-- CreateTable
CREATE TABLE "PostalPrefix" (
    "country" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "PostalPrefix_pkey" PRIMARY KEY ("country","prefix")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyName" TEXT NOT NULL,
    "divisionId" TEXT,
    "chamber" TEXT,
    "hasFloorVote" BOOLEAN NOT NULL,
    "canCosponsor" BOOLEAN NOT NULL,
    "disclosure" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "salutation" TEXT,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Official" (
    "id" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,

    CONSTRAINT "Official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "officialId" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "start" DATE NOT NULL,
    "end" DATE NOT NULL,
    "party" TEXT,
    "how" TEXT NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("officialId","officeId","start")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "id" TEXT NOT NULL,
    "officeId" TEXT,
    "officialId" TEXT,
    "channel" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "needs" JSONB,
    "captcha" BOOLEAN,
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "deadAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectoryImport" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "sha256" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectoryImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterTemplate" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT,
    "subject" TEXT,
    "summary" TEXT,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterDraft" (
    "signatureId" UUID NOT NULL,
    "sealedBody" BYTEA NOT NULL,
    "recipients" JSONB,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterDraft_pkey" PRIMARY KEY ("signatureId")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "officialId" TEXT,
    "templateId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "sealedText" BYTEA,
    "commonShare" DOUBLE PRECISION NOT NULL,
    "facts" JSONB NOT NULL,
    "factsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "letterId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("letterId")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "matterId" UUID NOT NULL,
    "emailHmac" BYTEA,
    "nameHmac" BYTEA,
    "slot" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "holdsPlace" BOOLEAN NOT NULL,
    "sealedPerson" BYTEA,
    "country" TEXT NOT NULL,
    "mapId" TEXT,
    "houseDivisionId" TEXT,
    "stateDivisionId" TEXT,
    "divisionMethod" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "source" TEXT,
    "locale" TEXT NOT NULL,
    "consentWording" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "number" INTEGER,
    "attemptHmac" BYTEA,
    "flags" TEXT[],
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "signatureId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "wordingVersion" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignatureEvent" (
    "id" BIGSERIAL NOT NULL,
    "signatureId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "SignatureEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TallyDelta" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "signatureId" UUID,
    "divisionId" TEXT,
    "source" TEXT,

    CONSTRAINT "TallyDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tally" (
    "campaignId" UUID NOT NULL,
    "cube" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("campaignId","cube","key","bucket")
);

-- CreateTable
CREATE TABLE "Fold" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Fold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailQuota" (
    "keyHmac" BYTEA NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "MailQuota_pkey" PRIMARY KEY ("keyHmac","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Matter_slug_key" ON "Matter"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_slug_key" ON "Campaign"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_onceKey_key" ON "Delivery"("onceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_providerId_key" ON "Delivery"("providerId");

-- CreateIndex
CREATE INDEX "Delivery_queued" ON "Delivery"("priority", "notBefore", "id") WHERE ("state" = 'queued');

-- CreateIndex
CREATE INDEX "Delivery_sending" ON "Delivery"("leaseUntil") WHERE ("state" = 'sending');

-- CreateIndex
CREATE INDEX "Delivery_subjectKind_subjectId_idx" ON "Delivery"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "DeliveryEvent_deliveryId_idx" ON "DeliveryEvent"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "LocalMail_idempotencyKey_key" ON "LocalMail"("idempotencyKey");

-- CreateIndex
CREATE INDEX "LocalMail_createdAt_idx" ON "LocalMail"("createdAt");

-- CreateIndex
CREATE INDEX "Office_divisionId_idx" ON "Office"("divisionId");

-- CreateIndex
CREATE INDEX "Term_officeId_end_idx" ON "Term"("officeId", "end");

-- CreateIndex
CREATE INDEX "ContactPoint_officialId_idx" ON "ContactPoint"("officialId");

-- CreateIndex
CREATE INDEX "ContactPoint_officeId_idx" ON "ContactPoint"("officeId");

-- CreateIndex
CREATE UNIQUE INDEX "DirectoryImport_source_sha256_key" ON "DirectoryImport"("source", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "LetterTemplate_campaignId_locale_audience_version_key" ON "LetterTemplate"("campaignId", "locale", "audience", "version");

-- CreateIndex
CREATE INDEX "Letter_signatureId_idx" ON "Letter"("signatureId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_one_current" ON "Letter"("signatureId", "officeId") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "Signature_campaignId_state_id_idx" ON "Signature"("campaignId", "state", "id");

-- CreateIndex
CREATE INDEX "Signature_waiting" ON "Signature"("signedAt") WHERE ("holdsPlace" = false);

-- CreateIndex
CREATE INDEX "Signature_attempt" ON "Signature"("campaignId", "attemptHmac");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_place" ON "Signature"("campaignId", "emailHmac", "slot") WHERE ("holdsPlace" = true);

-- CreateIndex
CREATE UNIQUE INDEX "Signature_person" ON "Signature"("campaignId", "emailHmac", "nameHmac") WHERE ("holdsPlace" = true);

-- CreateIndex
CREATE UNIQUE INDEX "Signature_campaignId_number_key" ON "Signature"("campaignId", "number");

-- CreateIndex
CREATE INDEX "Token_signatureId_idx" ON "Token"("signatureId");

-- CreateIndex
CREATE INDEX "Token_expiresAt_idx" ON "Token"("expiresAt");

-- CreateIndex
CREATE INDEX "Consent_signatureId_idx" ON "Consent"("signatureId");

-- CreateIndex
CREATE INDEX "SignatureEvent_signatureId_idx" ON "SignatureEvent"("signatureId");

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_matterId_fkey" FOREIGN KEY ("matterId") REFERENCES "Matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignText" ADD CONSTRAINT "CampaignText_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "TalkingPoint_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignSource" ADD CONSTRAINT "CampaignSource_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignStep" ADD CONSTRAINT "CampaignStep_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetRule" ADD CONSTRAINT "TargetRule_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryEvent" ADD CONSTRAINT "DeliveryEvent_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Division" ADD CONSTRAINT "Division_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Division"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostalArea" ADD CONSTRAINT "PostalArea_mapId_fkey" FOREIGN KEY ("mapId") REFERENCES "DivisionMap"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostalArea" ADD CONSTRAINT "PostalArea_divisionId_fkey" FOREIGN KEY ("divisionId") REFERENCES "Division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_divisionId_fkey" FOREIGN KEY ("divisionId") REFERENCES "Division"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "LetterTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "Signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureEvent" ADD CONSTRAINT "SignatureEvent_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "Signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.

-- States: each table of states in code is tested against its CHECK.
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_state" CHECK ("state" IN ('pending', 'confirmed', 'expired'));
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_place_by_state" CHECK ("holdsPlace" = ("state" = 'confirmed'));
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_slot" CHECK ("slot" IN (0, 1));
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_division_method" CHECK ("divisionMethod" IN ('zip', 'self', 'none'));
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_display" CHECK ("display" IN ('none', 'initials', 'name'));
ALTER TABLE "Token" ADD CONSTRAINT "Token_purpose" CHECK ("purpose" IN ('confirm', 'letter', 'writer'));
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_state" CHECK ("state" IN ('approved', 'released'));
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_channel" CHECK ("channel" IN ('email', 'hand-over'));
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_state"
  CHECK ("state" IN ('queued', 'sending', 'accepted', 'held', 'failed', 'cancelled'));
ALTER TABLE "Office" ADD CONSTRAINT "Office_disclosure" CHECK ("disclosure" IN ('letter', 'name-only', 'count-only'));

-- A contact point belongs to an office or to an official, once.
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_owner" CHECK (("officeId" IS NULL) <> ("officialId" IS NULL));
CREATE UNIQUE INDEX "ContactPoint_once" ON "ContactPoint" ("officeId", "officialId", "channel", "value") NULLS NOT DISTINCT;

-- One organization, one fold.
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_one" CHECK ("id" = 'self');
ALTER TABLE "Fold" ADD CONSTRAINT "Fold_one" CHECK ("id" = 1);
