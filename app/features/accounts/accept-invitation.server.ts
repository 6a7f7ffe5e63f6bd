import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { newId, tokenHash } from "#app/lib/id.server.ts";
import { roles } from "./account.ts";
import { invitationOf } from "./invitation-of.server.ts";
import { isGuessable } from "./is-guessable.server.ts";
import { organization } from "./organization-of.server.ts";
import { setAccount } from "./set-account.server.ts";
import { passwordHash } from "./password.server.ts";

/**
 * Uses an invitation up: its address has an account of its role with this name and password, and whoever was signed in
 * there is no longer. Of two who press at once one does. "closed": the link does nothing any more; "guessable": the
 * password is one of those tried first, and the link is as it was.
 */
export async function acceptInvitation(
  by: By,
  token: string,
  given: { name: string; password: string },
): Promise<{ outcome: "accepted"; email: string } | { outcome: "closed" } | { outcome: "guessable" }> {
  // Hashing costs: not for a link that anybody made up.
  const invited = await invitationOf(by, token);
  if (typeof invited === "string") return { outcome: "closed" };
  const { name: host } = await organization(by);
  const owner = { email: invited.email, name: given.name, organization: host };
  if (await isGuessable(given.password, owner)) return { outcome: "guessable" };
  const hash = await passwordHash(given.password);
  const id = newId(by.now);
  return transaction(async (tx) => {
    const [used] = await tx.sql(
      "invitation-use",
      `update "Invitation" set "usedAt" = $2
       where "hash" = $1 and "usedAt" is null and "revokedAt" is null and "expiresAt" > $2 returning "email", "role"`,
      [tokenHash(token), by.now],
      z.object({ email: z.string(), role: z.enum(roles) }),
    );
    if (!used) return { outcome: "closed" };
    await setAccount(tx, by, { id, ...used, name: given.name, passwordHash: hash });
    return { outcome: "accepted", email: used.email };
  });
}
