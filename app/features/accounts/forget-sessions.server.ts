import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { days, earlier } from "#app/lib/time.ts";

/** An invitation that came to nothing is kept so long, so that its link can say why it does nothing. */
const invitationKept = days(60);

/** Deletes what no longer signs anybody in: ended sessions, begun sign-ins, old invitations. */
export async function forgetSessions(by: By): Promise<void> {
  await transaction(async (tx) => {
    for (const table of ["Session", "Verification"])
      await tx.sql(`forget-${table}`, `delete from "${table}" where "expiresAt" < $1`, [by.now], none);
    await tx.sql(
      "forget-Invitation",
      `delete from "Invitation" where "expiresAt" < $1`,
      [earlier(by.now, invitationKept)],
      none,
    );
  });
}
