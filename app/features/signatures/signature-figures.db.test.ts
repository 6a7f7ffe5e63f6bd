import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, none, sql } from "#app/lib/db.server.ts";
import { countedByDivision, countedBySource, seriesOf } from "./signature-figures.server.ts";

afterAll(closeDatabase);

const by = { actor: "staff", now: new Date("2026-11-24T12:00:00Z") } as const;
const campaignId = randomUUID();
const place = "ocd-division/country:us/state:ca/cd:30";

// One signature on each of sixty days, the last of them today, a Tuesday.
beforeAll(() =>
  sql(
    "test-fill",
    `with days as (select '2026-11-24'::date - g as "day" from generate_series(0, 59) g), cells as (
       select 'day-division' as "cube", "day"::text as "key", $2 as "bucket", 1 as "n" from days
       union all select 'week-division', date_trunc('week', "day")::date::text, $2, count(*)::int from days group by 2
       union all select 'day-source', "day"::text, 'flyer', 1 from days
       union all select 'day', '', "day"::text, 1 from days
       union all select 'hour', '', "day"::text || 'T23', 1 from days
     ) insert into "Tally" select $1::uuid, "cube", "key", "bucket", "n" from cells`,
    [campaignId, place],
    none,
  ),
);

describe("a range of days is counted to the day", () => {
  test.each([
    ["2026-11-24", "2026-11-24", 1],
    ["2026-11-23", "2026-11-24", 2],
    ["2026-11-17", "2026-11-19", 3],
    ["2026-11-16", "2026-11-22", 7],
    ["2026-11-16", "2026-11-23", 8],
    ["2026-11-15", "2026-11-22", 8],
    ["2026-11-14", "2026-11-17", 4],
    ["2026-10-01", "2026-11-24", 55],
    ["2026-09-01", "2026-11-24", 60],
    ["2026-09-28", "2026-10-05", 8],
  ])("%s to %s, with whole weeks in it or without", async (from, until, n) => {
    const range = { from, until };
    expect(await countedByDivision(by, campaignId, range)).toEqual([
      { place: { reach: "known", divisionId: place }, n },
    ]);
    expect(await countedBySource(by, campaignId, range)).toEqual([{ key: "flyer", n }]);
    for (const cube of ["day", "hour"] as const) {
      const cells = await seriesOf(by, campaignId, [cube], range);
      expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(n);
    }
  });
});
