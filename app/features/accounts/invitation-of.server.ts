import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { roles } from "./account.ts";
import { invitationState } from "./invitation.ts";
import type { ClosedInvitation, OpenInvitation } from "./invitation.ts";

const row = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: instant,
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  name: z.string().nullable(),
});

/** What the link of an invitation opens, or why it opens nothing. */
export async function invitationOf(by: By, token: string): Promise<OpenInvitation | ClosedInvitation> {
  const [found] = await sql(
    "invitation-of",
    `select i."id", i."email", i."role", i."expiresAt", i."usedAt", i."revokedAt", u."name"
     from "Invitation" i left join "User" u on u."email" = i."email" and u."removedAt" is null where i."hash" = $1`,
    [tokenHash(token)],
    row,
  );
  if (!found) return "unknown";
  const state = invitationState(found, by.now);
  if (state !== "open") return state;
  const { id, email, role, name } = found;
  return { id, email, role, isKnown: name !== null, name: name ?? "" };
}
