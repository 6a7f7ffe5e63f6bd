import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { bytes, instant, sql } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { personLabel, personSchema } from "./person.ts";
import type { Person } from "./person.ts";
import { displays, signatureStates } from "./signature.ts";

export const tokenPurposes = ["confirm", "letter", "writer"] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

const row = z.object({
  id: z.string(),
  campaignId: z.string(),
  matterId: z.string(),
  state: z.enum(signatureStates),
  sealedPerson: bytes,
  country: z.string(),
  houseDivisionId: z.string().nullable(),
  stateDivisionId: z.string().nullable(),
  divisionMethod: z.enum(["zip", "self", "none"]),
  display: z.enum(displays),
  source: z.string().nullable(),
  locale: z.string(),
  consentWording: z.string(),
  signedAt: instant,
  confirmedAt: instant.nullable(),
  number: z.number().nullable(),
  purpose: z.enum(tokenPurposes),
  expiresAt: instant,
});

/** A signature as the holder of one of its tokens sees it. */
export type SignatureOf = Omit<z.output<typeof row>, "sealedPerson"> & { person: Person };

/**
 * The signature that a token of one of these purposes leads to, or null: unknown, altered, erased. An expired token is
 * found too; `expiresAt` says so, and the caller decides what its holder may still do.
 */
export async function signatureByToken(_by: By, token: string, purposes: readonly TokenPurpose[], tx?: Tx): Promise<SignatureOf | null> {
  const ask: Tx["sql"] = tx ? tx.sql.bind(tx) : sql;
  const [found] = await ask(
    "signatures-by-token",
    `select s."id", s."campaignId", s."matterId", s."state", s."sealedPerson", s."country", s."houseDivisionId",
       s."stateDivisionId", s."divisionMethod", s."display", s."source", s."locale", s."consentWording", s."signedAt",
       s."confirmedAt", s."number", t."purpose", t."expiresAt"
     from "Token" t join "Signature" s on s."id" = t."signatureId"
     where t."hash" = $1 and t."purpose" = any($2::text[]) and s."sealedPerson" is not null`,
    [tokenHash(token), purposes],
    row,
  );
  if (!found) return null;
  const { sealedPerson, ...signature } = found;
  return { ...signature, person: unseal(personLabel, signature.id, sealedPerson, personSchema) };
}
