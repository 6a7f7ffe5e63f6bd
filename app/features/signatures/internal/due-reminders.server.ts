import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { bytes, instant } from "#app/lib/db.server.ts";
import { earlier } from "#app/lib/time.ts";
import { remindAfter, remindUntil } from "../signature.ts";
import type { Ask } from "./signature-row.server.ts";

const row = z.object({
  id: z.string(),
  campaignId: z.string(),
  sealedPerson: bytes,
  locale: z.string(),
  signedAt: instant,
});
export type DueReminder = z.output<typeof row>;

/** Who signed two days ago and has neither confirmed nor been reminded, by their age, after the one `last` looked at. */
export function dueReminders(
  ask: Ask,
  by: By,
  { last, limit }: { last: Pick<DueReminder, "id" | "signedAt"> | null; limit: number },
): Promise<DueReminder[]> {
  return ask.sql(
    "signatures-due-reminders",
    `select "id", "campaignId", "sealedPerson", "locale", "signedAt" from "Signature"
     where "state" = 'pending' and "remindedAt" is null and "sealedPerson" is not null
       and "signedAt" <= $1 and ("signedAt", "id") > ($2::timestamptz, $3::uuid)
     order by "signedAt", "id" limit $4`,
    [
      earlier(by.now, remindAfter),
      last?.signedAt ?? earlier(by.now, remindUntil),
      last?.id ?? "00000000-0000-0000-0000-000000000000",
      limit,
    ],
    row,
  );
}
