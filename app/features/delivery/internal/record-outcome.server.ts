import { none, sql } from "#app/lib/db.server.ts";
import { linkKinds, transitions } from "../delivery.ts";
import type { DeliveryReason, DeliveryState } from "../delivery.ts";

/** What became of one claimed delivery. */
export type Outcome = {
  to: Exclude<DeliveryState, "sending">;
  reason: DeliveryReason | null;
  /** A word or two for the event: never an address, never a provider's sentence. */
  cause: string;
  attempts: number;
  firstSentAt: Date | null;
  notBefore?: Date;
  providerId?: string;
};

/**
 * Writes it down, if `holder` still holds the lease: who lost it in the meantime has no say any more, and a delivery
 * that was withdrawn stays withdrawn. A mail with a link is wiped once the provider has it: from then on nobody but its
 * reader holds the link. The recipient's HMAC stays a while: a bounce that comes later is told by the mail's id alone.
 */
export async function recordOutcome(id: string, holder: string, outcome: Outcome, at: Date): Promise<void> {
  const wipesAll = outcome.to === "cancelled";
  await sql(
    "delivery-record",
    `with done as (
       update "Delivery"
       set "state" = $3::text, "reason" = $4, "attempts" = $5, "firstSentAt" = $6, "notBefore" = coalesce($7::timestamptz, "notBefore"),
         "providerId" = $8::text, "endedAt" = $9, "leaseBy" = null, "leaseUntil" = null,
         "sealedPayload" = case
           when $10::boolean or ($3::text = 'accepted' and "kind" = any($13::text[])) then null else "sealedPayload" end,
         "recipientHmac" = case when $10::boolean then null else "recipientHmac" end
       where "id" = $1 and "state" = 'sending' and "leaseBy" = $2
       returning "id"
     )
     insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause", "providerRef")
     select "id", $11::timestamptz, 'sending', $3::text, $12::text, $8::text from done`,
    [
      id,
      holder,
      outcome.to,
      outcome.reason,
      outcome.attempts,
      outcome.firstSentAt,
      outcome.notBefore ?? null,
      outcome.providerId ?? null,
      transitions[outcome.to].ended ? at : null,
      wipesAll,
      at,
      outcome.cause,
      linkKinds,
    ],
    none,
  );
}
