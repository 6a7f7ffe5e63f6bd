import type { By } from "#app/lib/by.ts";
import { bytes, sql } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { bytesEqual, lookup, seal } from "#app/lib/seal.server.ts";
import { z } from "zod";
import { localMailLabel } from "./internal/labels.ts";
import { resendRequest } from "./internal/local-mail-schemas.ts";

export type Stored = { outcome: "stored"; id: string } | { outcome: "invalid" } | { outcome: "other-body" };

/**
 * Takes a mail as the provider would: the same body under the same key is the same mail; another body under that key is
 * refused. `body`: the request's text, compared as it came.
 */
export async function storeLocalMail(by: By, { key, body }: { key: string | null; body: string }): Promise<Stored> {
  const request = resendRequest.safeParse(parsedJson(body));
  if (!request.success) return { outcome: "invalid" };
  const { to, from, subject, text, html, headers, reply_to: replyTo } = request.data;
  const mail = { to, from, subject, text, html, headers: { ...headers, ...(replyTo ? { "Reply-To": replyTo } : {}) } };

  const id = newId(by.now);
  const bodyHmac = lookup("local-mail", body);
  const inserted = await sql(
    "local-mail-store",
    `insert into "LocalMail" ("id", "idempotencyKey", "bodyHmac", "sealedMail", "createdAt") values ($1, $2, $3, $4, $5)
     on conflict ("idempotencyKey") do nothing returning "id"`,
    [id, key, bodyHmac, seal(localMailLabel, id, mail), by.now],
    z.object({ id: z.string() }),
  );
  if (inserted.length > 0 || key === null) return { outcome: "stored", id };
  const [earlier] = await sql(
    "local-mail-by-key",
    `select "id", "bodyHmac" from "LocalMail" where "idempotencyKey" = $1`,
    [key],
    z.object({ id: z.string(), bodyHmac: bytes }),
  );
  if (!earlier || !bytesEqual(earlier.bodyHmac, bodyHmac)) return { outcome: "other-body" };
  return { outcome: "stored", id: earlier.id };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
