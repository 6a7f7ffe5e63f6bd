-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "groupKey" TEXT;

-- AlterTable
ALTER TABLE "Fold" ADD COLUMN     "provedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "TallyDelta" ADD COLUMN     "country" TEXT,
ADD COLUMN     "houseDivisionId" TEXT;

-- CreateTable
CREATE TABLE "DeliveryDelta" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "groupKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "DeliveryDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryTally" (
    "campaignId" UUID NOT NULL,
    "groupKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "DeliveryTally_pkey" PRIMARY KEY ("campaignId","groupKey","state","reason")
);

-- CreateTable
CREATE TABLE "LetterDelta" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "LetterDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterTally" (
    "campaignId" UUID NOT NULL,
    "officeId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "LetterTally_pkey" PRIMARY KEY ("campaignId","officeId","status")
);

-- By hand: what stands behind the states of the tallies.
ALTER TABLE "LetterTally" ADD CONSTRAINT "LetterTally_status" CHECK ("status" IN ('waiting', 'held', 'with-writer', 'done', 'mailed'));
ALTER TABLE "DeliveryTally" ADD CONSTRAINT "DeliveryTally_state" CHECK ("state" IN ('queued', 'accepted', 'held', 'failed', 'cancelled'));

-- By hand: where a letter stands. Null: it is no current one, and counts nowhere.
CREATE FUNCTION letter_status("current" boolean, "state" text, "channel" text, "isDone" boolean) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN NOT "current" THEN NULL
    WHEN "isDone" THEN 'done'
    WHEN "state" = 'held' THEN 'held'
    WHEN "state" = 'approved' THEN 'waiting'
    WHEN "channel" = 'email' THEN 'mailed'
    ELSE 'with-writer' END
$$;

CREATE FUNCTION letter_moved("campaignId" uuid, "officeId" text, "was" text, "is" text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO "LetterDelta" ("campaignId", "officeId", "status", "n")
  SELECT $1, $2, moved."status", moved."n" FROM (VALUES ($3, -1), ($4, 1)) AS moved("status", "n")
  WHERE moved."status" IS NOT NULL AND $3 IS DISTINCT FROM $4
$$;

-- By hand: every statement that moves a letter is counted, whichever version of the program runs it
-- (docs/decisions/018).
CREATE FUNCTION tally_letter() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "isDone" boolean := false;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM letter_moved(NEW."campaignId", NEW."officeId", NULL, letter_status(NEW."current", NEW."state", NEW."channel", false));
    RETURN NEW;
  END IF;
  "isDone" := EXISTS (SELECT FROM "HandOver" h WHERE h."letterId" = OLD."id");
  IF TG_OP = 'UPDATE' THEN
    PERFORM letter_moved(NEW."campaignId", NEW."officeId",
      letter_status(OLD."current", OLD."state", OLD."channel", "isDone"),
      letter_status(NEW."current", NEW."state", NEW."channel", "isDone"));
    RETURN NEW;
  END IF;
  PERFORM letter_moved(OLD."campaignId", OLD."officeId",
    letter_status(OLD."current", OLD."state", OLD."channel", "isDone"), NULL);
  RETURN OLD;
END $$;
CREATE TRIGGER "Letter_tally_written" AFTER INSERT ON "Letter" FOR EACH ROW EXECUTE FUNCTION tally_letter();
CREATE TRIGGER "Letter_tally_moved" AFTER UPDATE OF "state", "current" ON "Letter" FOR EACH ROW EXECUTE FUNCTION tally_letter();
-- Before: what its writer said of it goes with it, and decides where it stood.
CREATE TRIGGER "Letter_tally_gone" BEFORE DELETE ON "Letter" FOR EACH ROW EXECUTE FUNCTION tally_letter();

-- The letter is locked: marking and releasing take turns, and the later one sees what the earlier one did.
CREATE FUNCTION tally_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  l "Letter"%ROWTYPE;
  "isMarked" boolean := TG_OP = 'INSERT';
BEGIN
  SELECT * INTO l FROM "Letter" WHERE "id" = coalesce(NEW."letterId", OLD."letterId") FOR NO KEY UPDATE;
  -- Not there: it is being deleted, and this with it.
  IF FOUND THEN
    PERFORM letter_moved(l."campaignId", l."officeId",
      letter_status(l."current", l."state", l."channel", NOT "isMarked"),
      letter_status(l."current", l."state", l."channel", "isMarked"));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "HandOver_tally" AFTER INSERT OR DELETE ON "HandOver" FOR EACH ROW EXECUTE FUNCTION tally_hand_over();

-- By hand: the same for a letter's delivery. A mail of another kind costs its statement nothing but a comparison.
CREATE FUNCTION tally_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "isState" text := CASE NEW."state" WHEN 'sending' THEN 'queued' ELSE NEW."state" END;
  "isReason" text := coalesce(NEW."reason", '');
  "wasState" text;
  "wasReason" text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    "wasState" := CASE OLD."state" WHEN 'sending' THEN 'queued' ELSE OLD."state" END;
    "wasReason" := coalesce(OLD."reason", '');
    IF ("wasState", "wasReason") = ("isState", "isReason") THEN RETURN NULL; END IF;
    INSERT INTO "DeliveryDelta" ("campaignId", "groupKey", "state", "reason", "n")
    VALUES (NEW."campaignId", coalesce(NEW."groupKey", ''), "wasState", "wasReason", -1);
  END IF;
  INSERT INTO "DeliveryDelta" ("campaignId", "groupKey", "state", "reason", "n")
  VALUES (NEW."campaignId", coalesce(NEW."groupKey", ''), "isState", "isReason", 1);
  RETURN NULL;
END $$;
CREATE TRIGGER "Delivery_tally_queued" AFTER INSERT ON "Delivery" FOR EACH ROW
  WHEN (NEW."kind" = 'letter' AND NEW."campaignId" IS NOT NULL) EXECUTE FUNCTION tally_delivery();
CREATE TRIGGER "Delivery_tally_moved" AFTER UPDATE OF "state", "reason" ON "Delivery" FOR EACH ROW
  WHEN (NEW."kind" = 'letter' AND NEW."campaignId" IS NOT NULL) EXECUTE FUNCTION tally_delivery();

-- By hand: what was there before. The triggers above hold both tables until the commit, so that nothing is missed and
-- nothing counted twice. New cubes of signatures are filled by the worker (prove-tallies.server.ts).
INSERT INTO "LetterTally" ("campaignId", "officeId", "status", "n")
SELECT "campaignId", told."officeId", "status", sum("n")::int FROM (
  SELECT l."campaignId", l."officeId", letter_status(l."current", l."state", l."channel", h."letterId" IS NOT NULL) AS "status", count(*) AS "n"
  FROM "Letter" l LEFT JOIN "HandOver" h ON h."letterId" = l."id" GROUP BY 1, 2, 3
) stood CROSS JOIN LATERAL (VALUES (stood."officeId"), ('*')) AS told("officeId") WHERE "status" IS NOT NULL GROUP BY 1, 2, 3;
INSERT INTO "DeliveryTally" ("campaignId", "groupKey", "state", "reason", "n")
SELECT "campaignId", told."groupKey", CASE "state" WHEN 'sending' THEN 'queued' ELSE "state" END, coalesce("reason", ''), count(*)::int
FROM "Delivery" d CROSS JOIN LATERAL (VALUES (coalesce(d."groupKey", '')), ('*')) AS told("groupKey") WHERE "kind" = 'letter' AND "campaignId" IS NOT NULL GROUP BY 1, 2, 3, 4;
