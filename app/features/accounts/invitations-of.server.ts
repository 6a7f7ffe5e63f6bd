import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { roles } from "./account.ts";
import { invitationState } from "./invitation.ts";
import type { Invitation } from "./invitation.ts";

const row = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: instant,
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

/** Those that wait or have expired, the newest first. */
export async function invitationsOf(by: By): Promise<Invitation[]> {
  const rows = await sql(
    "invitations",
    `select "id", "email", "role", "expiresAt", "usedAt", "revokedAt" from "Invitation"
     where "usedAt" is null and "revokedAt" is null order by "invitedAt" desc, "id" desc`,
    [],
    row,
  );
  return rows.map(({ id, email, role, expiresAt, ...dates }) => {
    const state = invitationState({ expiresAt, ...dates }, by.now) === "open" ? "open" : "expired";
    return { id, email, role, expiresAt, state };
  });
}

/** One of them; null for any other id. */
export async function invitationById(by: By, id: string): Promise<Invitation | null> {
  return (await invitationsOf(by)).find((invitation) => invitation.id === id) ?? null;
}
