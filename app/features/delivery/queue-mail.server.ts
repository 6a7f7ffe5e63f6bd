import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { lookup, seal } from "#app/lib/seal.server.ts";
import { payloadOf } from "./mail.ts";
import type { RenderedMail } from "./mail.ts";
import { payloadLabel } from "./internal/labels.ts";
import { recipientHmac } from "./recipient-hmac.server.ts";

/**
 * Puts a mail into the outbox, in the caller's transaction. A second one under the same `onceKey` is no fault and no mail.
 * `goes` false: the same statement and no mail, where not even the time that it takes may tell (fault 19).
 */
export async function queueMail(tx: Tx, by: By, mail: RenderedMail, { goes = true } = {}): Promise<void> {
  const payload = payloadOf(mail);
  await tx.sql(
    "delivery-queue",
    `with queued as (
       insert into "Delivery" ("id", "onceKey", "kind", "priority", "channel", "subjectKind", "subjectId", "campaignId",
         "groupKey", "isDemo", "recipientHmac", "sealedPayload", "payloadHmac", "state", "attempts", "queuedAt", "notBefore")
       select $1::uuid, $2::text, $3::text, $4::int, 'email', $5::text, $6::uuid, $7::uuid, $15::text, $8::boolean, $9::bytea,
         $10::bytea, $11::bytea, 'queued', 0, $12::timestamptz, $12::timestamptz
       where $14::boolean
       on conflict ("onceKey") do nothing
       returning "id"
     )
     insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
     select "id", $12::timestamptz, null, 'queued', $13::text from queued`,
    [
      mail.id,
      mail.onceKey,
      mail.kind,
      mail.priority,
      mail.subjectKind,
      mail.subjectId,
      mail.campaignId,
      mail.isDemo,
      recipientHmac(payload.to),
      seal(payloadLabel, mail.id, payload),
      lookup("delivery-payload", JSON.stringify(payload)),
      by.now,
      by.actor,
      goes,
      mail.groupKey ?? null,
    ],
    none,
  );
}
