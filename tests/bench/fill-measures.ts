import type pg from "pg";

const measures = 200;
const lists = 10;

/** So many measures with so many lists of cosponsors each, half of the House on every list; each campaign names one. */
export async function fillMeasures(client: pg.Client, campaignIds: string[]): Promise<void> {
  await client.query(
    `insert into "Measure" ("id", "congress", "type", "number", "title", "originChamber", "stage", "asOf")
     select 'us/119/hres/' || n, 119, 'hres', n, 'Measure ' || n, 'house', 'committee', '2026-11-20'
     from generate_series(90001, 90000 + $1::int) n`,
    [measures],
  );
  await client.query(
    `insert into "MeasureSnapshot" ("id", "measureId", "asOf", "takenAt", "unmatched")
     select gen_random_uuid(), m."id", '2026-11-20'::date - n, '2026-11-20', '[]' from "Measure" m, generate_series(1, $1::int) n`,
    [lists],
  );
  await client.query(
    `insert into "Cosponsorship" ("snapshotId", "position", "officialId", "sponsoredOn")
     select s."id", row_number() over (partition by s."id" order by t."officialId"), t."officialId", '2026-05-03'
     from "MeasureSnapshot" s, (select distinct "officialId" from "Term" where "officeId" like 'us/house/%') t
     where hashtext(s."id"::text || t."officialId") % 2 = 0`,
  );
  await client.query(
    `update "Campaign" c set "measureId" = 'us/119/hres/' || 90000 + asked."n"
     from unnest($1::uuid[]) with ordinality as asked("id", "n") where c."id" = asked."id"`,
    [campaignIds],
  );
}
