-- By hand: the rows that were there before these CHECKs.
ALTER TABLE "Signature" VALIDATE CONSTRAINT "Signature_state";
ALTER TABLE "Signature" VALIDATE CONSTRAINT "Signature_withdrawn";
