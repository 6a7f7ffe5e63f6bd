import type pg from "pg";

/**
 * An outbox: letters that went long ago, a quarter of a million that are due tomorrow (nothing that the worker would send),
 * some with the provider, and what is held and failed at every age, with the moves that each made.
 */
export async function fillQueue(client: pg.Client, campaignIds: string[], today: string): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into "Delivery" ("id", "onceKey", "kind", "priority", "channel", "subjectKind", "subjectId", "campaignId",
       "groupKey", "isDemo", "payloadHmac", "sealedPayload", "state", "reason", "attempts", "queuedAt", "notBefore",
       "leaseUntil", "endedAt", "firstSentAt")
     select gen_random_uuid(), 'bench:' || s."state" || coalesce(s."reason", '') || n, case when n % 10 = 0 then 'confirm' else 'letter' end,
       case when n % 10 = 0 then 0 else 10 end, 'email', 'letter', gen_random_uuid(),
       ($1::uuid[])[1 + n % cardinality($1::uuid[])], 'us/exec/state', true, '\\x00',
       case when s."state" = 'accepted' then null else '\\x00'::bytea end, s."state", s."reason", 1, $2::date - 10,
       case s."state" when 'queued' then $2::date + 1 + n * interval '1 second'
         else $2::date + interval '12 hours' - (n::float8 / s."rows") ^ 3 * interval '6 days' end,
       case when s."state" = 'sending' then '2100-01-01'::timestamptz end,
       case when s."state" = 'accepted' then $2::date - 9 end,
       case when s."state" = 'queued' then null else $2::date - 9 end
     from (values ('accepted', null, 600000), ('queued', null, 250000), ('sending', null, 40), ('held', 'unknown-sent', 30000),
       ('held', null, 20000), ('failed', 'refused', 50000)) s("state", "reason", "rows"), generate_series(1, s."rows") n`,
    [campaignIds, today],
  );
  await client.query(
    `insert into "DeliveryEvent" ("deliveryId", "at", "from", "to", "cause")
     select d."id", $1::date - 9, move."from", coalesce(move."to", d."state"), move."cause" from "Delivery" d, (values
       (1, null, 'queued', 'queued'), (2, 'queued', 'sending', 'claimed'), (3, 'sending', null, 'answered')
     ) move("n", "from", "to", "cause")
     where d."onceKey" like 'bench:%' and case d."state" when 'queued' then move."n" = 1 when 'sending' then move."n" < 3 else true end`,
    [today],
  );
  await client.query("set session_replication_role = origin");
}

/** One that was held and one that failed: each has a page of its own. */
export async function someDeliveries(client: pg.Client): Promise<Record<"held" | "failed", string>> {
  const { rows } = await client.query<{ state: "held" | "failed"; id: string }>(
    `select distinct on ("state") "state", "id" from "Delivery" where "state" in ('held', 'failed') order by "state", "id"`,
  );
  const found = Object.fromEntries(rows.map(({ state, id }) => [state, id]));
  return { held: found.held ?? "", failed: found.failed ?? "" };
}
