import { z } from "zod";
import type { Tx } from "#app/lib/db.server.ts";
import { bytes, instant } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { displays, divisionMethods, personSchema, signatureStates, tokenPurposes } from "../signature.ts";
import type { TokenPurpose } from "../signature.ts";
import { personLabel } from "./labels.ts";

const fields = z.object({
  id: z.string(),
  campaignId: z.string(),
  state: z.enum(signatureStates),
  sealedPerson: bytes.nullable(),
  country: z.string(),
  mapId: z.string().nullable(),
  houseDivisionId: z.string().nullable(),
  stateDivisionId: z.string().nullable(),
  divisionMethod: z.enum(divisionMethods),
  display: z.enum(displays),
  source: z.string().nullable(),
  locale: z.string(),
  consentWording: z.string(),
  signedAt: instant,
  confirmedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  number: z.number().nullable(),
  asksVersion: z.number().nullable(),
});

function withPerson<R extends { id: string; sealedPerson: Uint8Array | null }>({ sealedPerson, ...found }: R) {
  return { ...found, person: sealedPerson && unseal(personLabel, found.id, sealedPerson, personSchema) };
}

/** A signature as `signatureColumns` read it from "Signature" as `s`. */
export const signatureRow = fields.transform(withPerson);
export type SignatureRow = z.output<typeof signatureRow>;
export const signatureColumns = `s."id", s."campaignId", s."state", s."sealedPerson", s."country", s."mapId", s."houseDivisionId",
  s."stateDivisionId", s."divisionMethod", s."display", s."source", s."locale", s."consentWording", s."signedAt",
  s."confirmedAt", s."withdrawnAt", s."number", s."asksVersion"`;

const row = fields.extend({ purpose: z.enum(tokenPurposes), expiresAt: instant }).transform(withPerson);
export type SignatureByToken = z.output<typeof row>;

/** A transaction, or none. */
export type Ask = { sql: Tx["sql"] };

/** The signature that a token stands for, also when the token has expired. */
export async function readByToken(
  ask: Ask,
  hash: Uint8Array,
  purposes: readonly TokenPurpose[],
): Promise<SignatureByToken | null> {
  const [found] = await ask.sql(
    "signature-by-token",
    `select ${signatureColumns}, t."purpose", t."expiresAt" from "Token" t join "Signature" s on s."id" = t."signatureId"
     where t."hash" = $1 and t."purpose" = any($2::text[])`,
    [hash, purposes],
    row,
  );
  return found ?? null;
}

/**
 * The same, with the signature locked until the transaction ends: confirming, approving and erasing take turns. Read
 * anew once the lock is ours, so that a token that was just withdrawn serves no more (fault 50).
 */
export async function lockByToken(
  tx: Tx,
  hash: Uint8Array,
  purposes: readonly TokenPurpose[],
): Promise<SignatureByToken | null> {
  await tx.sql(
    "signature-lock-by-token",
    `select s."id" from "Signature" s where s."id" = (select "signatureId" from "Token" where "hash" = $1) for update`,
    [hash],
    z.unknown(),
  );
  return readByToken(tx, hash, purposes);
}
