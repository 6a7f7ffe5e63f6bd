import { bytes, instant, sql } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { z } from "zod";
import { localMailLabel } from "./internal/labels.ts";
import { storedMail } from "./internal/local-mail-schemas.ts";
import type { LocalMail } from "./local-mail.ts";

const row = z.object({ id: z.string(), sealedMail: bytes, createdAt: instant });
const uuid = z.uuid();

/** The newest mails of the local mailbox, newest first. */
export async function localMails(limit: number): Promise<LocalMail[]> {
  const rows = await sql(
    "local-mails",
    `select "id", "sealedMail", "createdAt" from "LocalMail" order by "createdAt" desc, "id" desc limit $1`,
    [limit],
    row,
  );
  return rows.map(opened);
}

/** One mail of the local mailbox; null also for what is no id. */
export async function localMailById(id: string): Promise<LocalMail | null> {
  if (!uuid.safeParse(id).success) return null;
  const [found] = await sql(
    "local-mail",
    `select "id", "sealedMail", "createdAt" from "LocalMail" where "id" = $1`,
    [id],
    row,
  );
  return found ? opened(found) : null;
}

function opened({ id, sealedMail, createdAt }: z.output<typeof row>): LocalMail {
  const mail = unseal(localMailLabel, id, sealedMail, storedMail);
  return { id, createdAt, ...mail };
}
