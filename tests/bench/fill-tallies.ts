import type pg from "pg";
import { fillMeasures } from "./fill-measures.ts";
import { fillQueue } from "./fill-queue.ts";

export interface Filled {
  ids: string[];
  /** Of one of the campaigns. */
  slug: string;
  cells: number;
  seconds: number;
}

const days = 90;
/** The last day that is filled, as the suite's clock says. */
const today = "2026-11-24";

/** Every district, the states of which only that is known, and some countries: keys of the cube "division". */
const divisions = `select d."id" as "key", 1.0 as "weight" from "Division" d
  where d."id" ~ '^ocd-division/country:us/(state|district|territory):[a-z]{2}(/cd:[0-9]+)?$'
  union all select 'district-unknown:' || d."id", 0.1 from "Division" d
  where d."id" ~ '^ocd-division/country:us/(state|district|territory):[a-z]{2}$'
  union all select 'country:' || c, 0.5 from unnest('{AM,FR,CA,LB,DE,GB,AR,AU,BR,IT,NL,SE,CH,ES,GR}'::text[]) c`;

/**
 * Campaigns beside those of the demonstration, and for all of them the tallies that so many signatures leave: by day, hour,
 * place and source over ninety days, letters to every office, and an outbox that has sent a good part of them. The tallies
 * of the installation's worker are not touched: nothing here has a delta.
 */
export async function fillTallies(
  client: pg.Client,
  { campaigns, signatures }: { campaigns: number; signatures: number },
): Promise<Filled> {
  const begun = performance.now();
  // What is filled here is proved by nothing.
  await client.query(`update "Fold" set "provedAt" = '2100-01-01'`);
  await client.query(
    `insert into "Campaign" select (json_populate_record(c, json_build_object('id', gen_random_uuid(),
       'slug', 'bench-' || n)::json)).* from "Campaign" c, generate_series(1, $1) n where c."slug" = 'detained'`,
    [campaigns - 1],
  );
  await client.query(
    `insert into "CampaignText" select (json_populate_record(t, json_build_object('campaignId', c."id",
       'title', 'Campaign ' || c."slug")::json)).*
     from "CampaignText" t join "Campaign" d on d."id" = t."campaignId" and d."slug" = 'detained',
       "Campaign" c where c."slug" like 'bench-%'`,
  );
  const { rows } = await client.query<{ id: string }>(
    `select "id" from "Campaign" where "slug" like 'bench-%' or "slug" = 'detained' order by "slug"`,
  );
  const ids = rows.map(({ id }) => id);
  await client.query(`delete from "Tally" where "campaignId" = any($1)`, [ids]);
  for (const id of ids) await fillCampaign(client, id, signatures / campaigns);
  await fillMeasures(client, ids);
  await fillQueue(client, ids, today);
  await client.query("vacuum analyze");
  const [count] = (await client.query<{ n: string }>(`select count(*) as n from "Tally"`)).rows;
  return { ids, slug: "bench-1", cells: Number(count?.n), seconds: (performance.now() - begun) / 1000 };
}

async function fillCampaign(client: pg.Client, id: string, signatures: number): Promise<void> {
  await client.query(
    `with days as (
       select to_char($2::date - g, 'YYYY-MM-DD') as "day", g as "ago" from generate_series(0, $3::int - 1) g
     ), places as (${divisions}), sum as (select sum("weight") as "all" from places),
     sources as (select unnest('{"",newsletter,church,flyer,radio,friends,school,site}'::text[]) as "key"),
     a_day as (select $4::float8 / $3::int as "n"), cells as (
       select 'total' as "cube", '' as "key", '' as "bucket", $4::float8 as "n"
       union all select 'day', '', "day", a_day."n" from days, a_day
       union all select 'signed', '', "day", a_day."n" * 1.1 from days, a_day
       union all select 'withdrawn', '', "day", a_day."n" * 0.01 from days, a_day
       union all select 'hour', '', "day" || 'T' || lpad(h::text, 2, '0'), a_day."n" / 24 from days, a_day, generate_series(0, 23) h
       union all select 'minute', '', $2 || 'T' || lpad(h::text, 2, '0') || ':' || lpad(m::text, 2, '0'), a_day."n" / 1440
         from a_day, generate_series(10, 12) h, generate_series(0, 59) m
       union all select 'reach', r."key", '', $4 * r."share" from (values ('known', 0.85), ('unknown', 0.1), ('abroad', 0.05)) r("key", "share")
       union all select 'division', "key", '', $4 * "weight" / sum."all" from places, sum
       union all select 'day-division', "day", "key", a_day."n" * "weight" / sum."all" from days, places, sum, a_day
       union all select 'week-division', to_char(date_trunc('week', "day"::date), 'YYYY-MM-DD'), "key", sum(a_day."n" * "weight" / sum."all")
         from days, places, sum, a_day group by 2, 3
       union all select 'source', "key", '', $4 / 8 from sources
       union all select 'day-source', "day", "key", a_day."n" / 8 from days, sources, a_day
       union all select 'place', "key", '', $4 * "weight" / sum."all" from places, sum where "weight" = 1 and "key" !~ 'cd:'
     )
     insert into "Tally" ("campaignId", "cube", "key", "bucket", "n")
     select $1::uuid, "cube", "key", "bucket", ceil("n" * (0.5 + random())) from cells`,
    [id, today, days, signatures],
  );
  await client.query(
    `insert into "LetterTally" ("campaignId", "officeId", "status", "n")
     select $1::uuid, o."id", s."status", ceil(random() * $2::float8 / 400)
     from (select "id" from "Office" union all select '*') o, (values ('waiting'), ('with-writer'), ('done'), ('mailed'), ('held')) s("status")`,
    [id, signatures],
  );
  await client.query(
    `insert into "DeliveryTally" ("campaignId", "groupKey", "state", "reason", "n")
     select $1::uuid, o."id", s."state", s."reason", ceil(random() * $2::float8 / 400)
     from (select "id" from "Office" where "chamber" is null union all select '*') o,
       (values ('queued', ''), ('accepted', ''), ('failed', 'refused'), ('held', 'unknown-sent')) s("state", "reason")`,
    [id, signatures],
  );
}
