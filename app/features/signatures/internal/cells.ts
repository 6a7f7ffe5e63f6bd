/** Where a row says when and where somebody confirmed: expressions of SQL. */
interface Told {
  at: string;
  state: string;
  house: string;
  country: string;
  source: string;
}

const inUtc = (at: string, format: string) => `to_char(${at} at time zone 'UTC', '${format}')`;
const reach = ({ state, house, country }: Told) =>
  `case when ${house} is not null then 'known' when ${state} is null and ${country} <> 'US' then 'abroad' else 'unknown' end`;
const division = (told: Told) => `coalesce(${told.house}, case ${reach(told)}
  when 'abroad' then 'country:' || ${told.country} else 'district-unknown:' || coalesce(${told.state}, '') end)`;

export const dayOf = (at: string) => inUtc(at, "YYYY-MM-DD");
/** The Monday of its week. */
const weekOf = (at: string) => `to_char(date_trunc('week', ${at} at time zone 'UTC'), 'YYYY-MM-DD')`;
export const minuteOf = (at: string) => inUtc(at, 'YYYY-MM-DD"T"HH24:MI');

/** The cells by place of `tally.ts` that one confirmed signature falls into: rows (cube, key, bucket) for `values`. */
const placeCells = (told: Told) => `
  ('division', ${division(told)}, ''),
  ('day-division', ${dayOf(told.at)}, ${division(told)}),
  ('week-division', ${weekOf(told.at)}, ${division(told)}),
  ('reach', ${reach(told)}, '')`;

/** All its cells that are kept for good. */
export const confirmedCells = (told: Told) => `
  ('total', '', ''),
  ('day', '', ${dayOf(told.at)}),
  ('hour', '', ${inUtc(told.at, 'YYYY-MM-DD"T"HH24')}),
  ('place', coalesce(${told.state}, ''), ''),
  ('source', coalesce(${told.source}, ''), ''),
  ('day-source', ${dayOf(told.at)}, coalesce(${told.source}, '')),
  ${placeCells(told)}`;

/** What a delta says of it. One that an older version wrote names no country. */
const ofDelta: Told = {
  at: `d."at"`,
  state: `d."divisionId"`,
  house: `d."houseDivisionId"`,
  country: `coalesce(d."country", 'US')`,
  source: `d."source"`,
};

/** What deltas change: a query of rows (campaignId, n, cube, key, bucket); `deltas` is a relation of rows of TallyDelta. */
export const changedCells = (deltas: string) => `
   select d."campaignId", d."n", c."cube", c."key", c."bucket"
   from ${deltas} d cross join lateral (values ${confirmedCells(ofDelta)}) as c("cube", "key", "bucket")
   where d."kind" = 'confirmed'
   union all
   select d."campaignId", d."n", c."cube", c."key", c."bucket"
   from ${deltas} d cross join lateral (values ${placeCells(ofDelta)}) as c("cube", "key", "bucket")
   where d."kind" = 'moved'
   union all
   select d."campaignId", d."n", d."kind", '', ${dayOf(ofDelta.at)} from ${deltas} d
   where d."kind" = 'signed' or d."kind" = 'withdrawn'`;
