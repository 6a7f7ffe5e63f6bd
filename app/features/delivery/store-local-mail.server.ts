import type { By } from "#app/lib/by.ts";
import { bytes, sql } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { bytesEqual, lookup, seal } from "#app/lib/seal.server.ts";
import { z } from "zod";
import { idOfKey } from "./delivery.ts";
import { localMailLabel } from "./internal/labels.ts";
import { resendRequest } from "./internal/local-mail-schemas.ts";

export type Stored = { outcome: "stored"; id: string } | { outcome: "invalid" } | { outcome: "other-body" };

/**
 * Takes a mail as the provider would: the same body under the same key is the same mail; another body under that key is
 * refused. `body`: the request's text, compared as it came. A mail that was taken back while it was on its way is
 * answered like any other and kept nowhere: the lock makes the copy and `eraseDeliveries` take turns (fault 42).
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
    `with delivery as (select "state" from "Delivery" where "id" = $6::uuid for share)
     insert into "LocalMail" ("id", "idempotencyKey", "bodyHmac", "sealedMail", "createdAt")
     select $1::uuid, $2::text, $3::bytea, $4::bytea, $5::timestamptz
     where not exists (select 1 from delivery where "state" = 'cancelled')
     on conflict ("idempotencyKey") do nothing returning "id"`,
    [id, key, bodyHmac, seal(localMailLabel, id, mail), by.now, idOfKey(key)],
    z.object({ id: z.string() }),
  );
  if (inserted.length > 0 || key === null) return { outcome: "stored", id };
  const [earlier] = await sql(
    "local-mail-by-key",
    `select "id", "bodyHmac" from "LocalMail" where "idempotencyKey" = $1`,
    [key],
    z.object({ id: z.string(), bodyHmac: bytes }),
  );
  if (!earlier) return { outcome: "stored", id };
  return bytesEqual(earlier.bodyHmac, bodyHmac) ? { outcome: "stored", id: earlier.id } : { outcome: "other-body" };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
