import { z } from "zod";
import { instant, sql } from "#app/lib/db.server.ts";

const side = z.object({
  flags: z.array(z.string()),
  scrambled: z.array(z.enum(["emailAddress", "name", "formAndNetwork"])),
  remindedAt: instant.nullable(),
});
const agreement = z.object({
  purpose: z.string(),
  given: z.boolean(),
  privacyWording: z.string(),
  locale: z.string(),
  at: instant,
});
const happened = z.object({ at: instant, from: z.string().nullable(), to: z.string(), cause: z.string() });
const link = z.object({ purpose: z.string(), expiresAt: instant });

/** What this feature stores of a signature beside its row as others read it: for the person whose it is. */
export async function storedOfSignature(id: string) {
  const [[beside], agreements, history, links] = await Promise.all([
    sql(
      "signature-beside",
      `select "flags", "remindedAt", array_remove(array[case when "emailHmac" is not null then 'emailAddress' end,
         case when "nameHmac" is not null then 'name' end,
         case when "attemptHmac" is not null then 'formAndNetwork' end], null) as "scrambled"
       from "Signature" where "id" = $1`,
      [id],
      side,
    ),
    sql(
      "signature-agreements",
      `select "purpose", "given", "wordingVersion" as "privacyWording", "locale", "at" from "Consent"
       where "signatureId" = $1 order by "at", "purpose"`,
      [id],
      agreement,
    ),
    sql(
      "signature-history",
      `select "at", "from", "to", "cause" from "SignatureEvent" where "signatureId" = $1 order by "id"`,
      [id],
      happened,
    ),
    sql(
      "signature-links",
      `select "purpose", "expiresAt" from "Token" where "signatureId" = $1 order by "expiresAt", "purpose"`,
      [id],
      link,
    ),
  ]);
  const { flags, scrambled, remindedAt } = beside ?? { flags: [], scrambled: [], remindedAt: null };
  return { flags, scrambled, remindedAt, agreements, history, links };
}
