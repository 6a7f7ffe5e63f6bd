import { z } from "zod";
import type { Tx } from "#app/lib/db.server.ts";
import { bytes, instant } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { displays, divisionMethods, personSchema, signatureStates, tokenPurposes } from "../signature.ts";
import type { TokenPurpose } from "../signature.ts";
import { personLabel } from "./labels.ts";

const row = z
  .object({
    id: z.string(),
    campaignId: z.string(),
    state: z.enum(signatureStates),
    purpose: z.enum(tokenPurposes),
    expiresAt: instant,
    sealedPerson: bytes.nullable(),
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
    number: z.number().nullable(),
  })
  .transform(({ sealedPerson, ...found }) => ({
    ...found,
    person: sealedPerson && unseal(personLabel, found.id, sealedPerson, personSchema),
  }));
export type SignatureByToken = z.output<typeof row>;

const columns = `s."id", s."campaignId", s."state", t."purpose", t."expiresAt", s."sealedPerson", s."mapId",
  s."houseDivisionId", s."stateDivisionId", s."divisionMethod", s."display", s."source", s."locale",
  s."consentWording", s."signedAt", s."confirmedAt", s."number"`;

type Ask = { sql: Tx["sql"] };

/** The signature that a token stands for, also when the token has expired. */
export async function readByToken(
  ask: Ask,
  hash: Uint8Array,
  purposes: readonly TokenPurpose[],
): Promise<SignatureByToken | null> {
  const [found] = await ask.sql(
    "signature-by-token",
    `select ${columns} from "Token" t join "Signature" s on s."id" = t."signatureId"
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
