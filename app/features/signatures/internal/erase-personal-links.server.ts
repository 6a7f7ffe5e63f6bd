import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { eraseDeliveries } from "#app/features/delivery/erase-deliveries.server.ts";

/** These links open nothing any more, and the mails that carried them are gone. */
export async function erasePersonalLinks(tx: Tx, by: By, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await eraseDeliveries(tx, by, { subjectKind: "personal-link", subjectIds: ids });
  await tx.sql("personal-links-erase", `delete from "PersonalLink" where "id" = any($1::uuid[])`, [ids], none);
}
