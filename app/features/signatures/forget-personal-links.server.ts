import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { inBatches } from "#app/lib/in-batches.ts";
import { erasePersonalLinks } from "./internal/erase-personal-links.server.ts";

const batch = 500;

/** Links of `/me` that ran out go, with the mails that carried them: they open nothing. Answers how many. */
export function forgetPersonalLinks(by: By, signal?: AbortSignal): Promise<number> {
  return inBatches(batch, signal, () => forgetSome(by));
}

async function forgetSome(by: By): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx.sql(
      "personal-links-due",
      `select "id" from "PersonalLink" where "expiresAt" <= $1 order by "expiresAt" limit $2 for update skip locked`,
      [by.now, batch],
      z.object({ id: z.string() }),
    );
    await erasePersonalLinks(
      tx,
      by,
      due.map(({ id }) => id),
    );
    return due.length;
  });
}
