import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { bytes, instant } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { personalLinkLabel } from "./labels.ts";
import type { Ask } from "./signature-row.server.ts";

export type PersonalLink = { id: string; email: string; expiresAt: Date };

const row = z.object({ id: z.string(), sealedEmail: bytes, expiresAt: instant });

/** The link of a token while it serves, else null. Locked, so that two acts behind one link take turns. */
export async function personalLink(
  ask: Ask,
  by: By,
  { token, isLocked = false }: { token: string; isLocked?: boolean },
): Promise<PersonalLink | null> {
  const [found] = await ask.sql(
    isLocked ? "personal-link-lock" : "personal-link",
    `select "id", "sealedEmail", "expiresAt" from "PersonalLink" where "hash" = $1 and "expiresAt" > $2
     ${isLocked ? "for update" : ""}`,
    [tokenHash(token), by.now],
    row,
  );
  if (!found) return null;
  const { id, sealedEmail, expiresAt } = found;
  return { id, email: unseal(personalLinkLabel, id, sealedEmail, z.string()), expiresAt };
}
