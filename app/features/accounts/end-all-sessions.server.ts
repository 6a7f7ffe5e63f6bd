import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";

/** Signs everybody out, also who was between the password and the second factor. */
export async function endAllSessions(_by: By): Promise<void> {
  await transaction(async (tx) => {
    for (const table of ["Session", "Verification"])
      await tx.sql(`end-all-${table}`, `delete from "${table}"`, [], none);
  });
}
