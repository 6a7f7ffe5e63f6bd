import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { instant, sql } from "#app/lib/db.server.ts";
import { days, earlier, hours } from "#app/lib/time.ts";
import { divisionKey, reaches } from "./tally.ts";
import type { Cube, DivisionKey, Reach } from "./tally.ts";

/** What is counted of one campaign. Known, unknown and abroad are parts of counted; withdrawn is no part of it. */
export type SignatureFigures = Record<Reach, number> & {
  campaignId: string;
  counted: number;
  today: number;
  yesterday: number;
  /** In the sixty minutes that end with the running one. */
  lastHour: number;
  signed: number;
  withdrawn: number;
};
/** Both days included; of UTC, as ISO writes them. */
export type Days = { from: string; until: string };

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const minuteOf = (at: Date) => at.toISOString().slice(0, 16);

/** When the tallies were last folded: an old instant says that counting stands still. */
export async function countedAt(_by: By): Promise<Date> {
  const [fold] = await sql(
    "figures-counted-at",
    `select "at" from "Fold" where "id" = 1`,
    [],
    z.object({ at: instant }),
  );
  if (!fold) throw new Error("the fold has one row");
  return fold.at;
}

const sum = z.object({ campaignId: z.string(), cell: z.string(), n: z.coerce.number() });

/** The figures of these campaigns, in their order; zeros where nobody has signed. */
export async function signatureFigures(by: By, campaignIds: string[]): Promise<SignatureFigures[]> {
  const rows = await sql(
    "figures-signatures",
    `with asked as (select unnest($1::uuid[]) as "id")
     select t."campaignId", case t."cube" when 'reach' then t."key" else t."cube" end as "cell", sum(t."n") as "n"
     from asked join "Tally" t on t."campaignId" = asked."id"
       and t."cube" = any('{total,reach,signed,withdrawn}'::text[]) group by 1, 2
     union all
     select t."campaignId", case t."bucket" when $2 then 'today' else 'yesterday' end, t."n"
     from asked join "Tally" t on t."campaignId" = asked."id" and t."cube" = 'day' and t."key" = ''
       and t."bucket" = any(array[$2, $3])
     union all
     select t."campaignId", 'minute', sum(t."n")
     from asked join "Tally" t on t."campaignId" = asked."id" and t."cube" = 'minute' and t."key" = ''
       and t."bucket" > $4 group by 1`,
    [campaignIds, dayOf(by.now), dayOf(earlier(by.now, days(1))), minuteOf(earlier(by.now, hours(1)))],
    sum,
  );
  const found = new Map(rows.map(({ campaignId, cell, n }) => [`${campaignId} ${cell}`, n]));
  return campaignIds.map((campaignId) => {
    const of = (cell: string) => found.get(`${campaignId} ${cell}`) ?? 0;
    const parts = Object.fromEntries(reaches.map((reach) => [reach, of(reach)])) as Record<Reach, number>;
    return {
      campaignId,
      ...parts,
      counted: of("total"),
      today: of("today"),
      yesterday: of("yesterday"),
      lastHour: of("minute"),
      signed: of("signed"),
      withdrawn: of("withdrawn"),
    };
  });
}

/** Counted by day since a day, for several campaigns at once; days of none are left out. */
export async function countedByDay(
  _by: By,
  campaignIds: string[],
  from: string,
): Promise<{ campaignId: string; day: string; n: number }[]> {
  return sql(
    "figures-by-day",
    `select t."campaignId", t."bucket" as "day", t."n" from unnest($1::uuid[]) as asked("id")
     join "Tally" t on t."campaignId" = asked."id" and t."cube" = 'day' and t."key" = '' and t."bucket" >= $2
     where t."n" <> 0`,
    [campaignIds, from],
    z.object({ campaignId: z.string(), day: z.string(), n: z.number() }),
  );
}

/** What a series is made of: "signed" and "withdrawn" are known by day only. */
type SeriesCube = Extract<Cube, "hour" | "day" | "signed" | "withdrawn">;
const cell = z.object({ cube: z.enum(["hour", "day", "signed", "withdrawn"]), bucket: z.string(), n: z.number() });

/** The cells of some series in a range of days; empty ones are left out. */
export async function seriesOf(
  _by: By,
  campaignId: string,
  cubes: SeriesCube[],
  { from, until }: Days,
): Promise<z.output<typeof cell>[]> {
  return sql(
    "figures-series",
    `select "cube", "bucket", "n" from "Tally" where "campaignId" = $1 and "cube" = any($2::text[]) and "key" = ''
       and "bucket" >= $3 and "bucket" < $4 and "n" <> 0 order by 1, 2`,
    [campaignId, cubes, from, dayOf(new Date(Date.parse(until) + days(1)))],
    cell,
  );
}

const keyed = z.object({ key: z.string(), n: z.coerce.number() });

/**
 * Counted by the finest place that is known, most first: in all, or of those confirmed on some days. A range is put
 * together of whole weeks and of the days at its ends: a year of districts is thousands of cells fewer.
 */
export async function countedByDivision(
  _by: By,
  campaignId: string,
  range: Days | null,
): Promise<{ place: DivisionKey; n: number }[]> {
  const rows = range ? await divisionsIn(campaignId, range) : await byKey(campaignId, "division");
  return rows.map(({ key, n }) => ({ place: divisionKey(key), n }));
}

async function divisionsIn(campaignId: string, range: Days) {
  const weeks = wholeWeeks(range);
  return sql(
    "figures-divisions-in",
    `select "key", sum("n") as "n" from (
       select "bucket" as "key", "n" from "Tally"
       where "campaignId" = $1 and "cube" = 'week-division' and "key" >= $4 and "key" < $5
       union all
       select "bucket", "n" from "Tally"
       where "campaignId" = $1 and "cube" = 'day-division' and "key" >= $2 and "key" < $4
       union all
       select "bucket", "n" from "Tally"
       where "campaignId" = $1 and "cube" = 'day-division' and "key" >= $5 and "key" <= $3
     ) cells group by "key" having sum("n") <> 0 order by 2 desc, 1`,
    [campaignId, range.from, range.until, weeks.from, weeks.before],
    keyed,
  );
}

/** The Mondays between which a range has whole weeks; where it has none, both are the day after it. */
function wholeWeeks({ from, until }: Days): { from: string; before: string } {
  const sinceMonday = (at: number) => (new Date(at).getUTCDay() + 6) % 7;
  const first = Date.parse(from) + days((7 - sinceMonday(Date.parse(from))) % 7);
  const next = Date.parse(until) + days(1);
  const before = next - days(sinceMonday(next));
  const [begin, end] = before > first ? [first, before] : [next, next];
  return { from: dayOf(new Date(begin)), before: dayOf(new Date(end)) };
}

/** Counted by the link that led here, most first; "" is none. In all, or of those confirmed on some days. */
export async function countedBySource(_by: By, campaignId: string, range: Days | null) {
  if (range === null) return byKey(campaignId, "source");
  return sql(
    "figures-sources-in",
    `select "bucket" as "key", sum("n") as "n" from "Tally"
     where "campaignId" = $1 and "cube" = 'day-source' and "key" >= $2 and "key" <= $3
     group by "bucket" having sum("n") <> 0 order by 2 desc, 1`,
    [campaignId, range.from, range.until],
    keyed,
  );
}

async function byKey(campaignId: string, cube: "division" | "source") {
  return sql(
    "figures-by-key",
    `select "key", "n" from "Tally" where "campaignId" = $1 and "cube" = $2 and "n" <> 0 order by "n" desc, "key"`,
    [campaignId, cube],
    keyed,
  );
}
