import { days } from "#app/lib/time.ts";

/** What a page of figures is made of: all of it stands in its address, so that it can be sent on. */
export interface View {
  /** ISO days of UTC, both included. */
  from: string;
  until: string;
  by: "hour" | "day" | "week";
  /** Whether places, sources and countries are those of everybody counted, or of those confirmed in the range. */
  places: "all" | "range";
  /** Of which state the districts are drawn: a postal code; null: the one with most signers. */
  state: string | null;
  divisions: "name" | "n";
  offices: "name" | "seat" | "n";
  /** Which long table is shown to its end. */
  rows: "top" | "states" | "districts" | "offices";
}

/** So many days a drawing holds. */
const longest = { hour: 14, day: 366, week: 1098 };
const usual = { hour: 2, day: 14, week: 182 };

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => dayShape.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The day so many days before another; both ISO. */
export function daysBefore(day: string, n: number): string {
  return dayOf(Date.parse(day) - days(n));
}

/** Reads an address; what makes no sense in it is as if it were not there. No day lies after the one on which it is read. */
export function viewOf(params: URLSearchParams, now: Date): View {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((value) => value === params.get(name)) ?? null;
  const day = (name: string) => (isDay(params.get(name) ?? "") ? (params.get(name) ?? null) : null);
  const today = dayOf(now.getTime());
  const by = one("by", ["hour", "day", "week"]) ?? "day";
  const asked = [day("from"), day("until")].map((found) => (found !== null && found > today ? today : found));
  const until = asked[1] ?? today;
  const wanted = asked[0] ?? daysBefore(until, usual[by] - 1);
  const earliest = daysBefore(until, longest[by] - 1);
  return {
    from: wanted > until ? until : wanted < earliest ? earliest : wanted,
    until,
    by,
    places: one("places", ["range"]) ?? "all",
    state: /^[A-Z]{2}$/.test(params.get("state") ?? "") ? params.get("state") : null,
    divisions: one("divisions", ["name"]) ?? "n",
    offices: one("offices", ["name", "seat"]) ?? "n",
    rows: one("rows", ["states", "districts", "offices"]) ?? "top",
  };
}

/** Whole weeks as ISO days of UTC, both included; the running one ends today. */
export type Weeks = { from: string; until: string };

const mondayOf = (day: string) => daysBefore(day, (new Date(day).getUTCDay() + 6) % 7);

/**
 * Of which days the places and sources of a view are; null: of all. Not of its very days: one range less another would
 * tell who signed from a district on a day. They are its weeks that have ended, or else the running one by itself.
 */
export function weeksOf({ places, from, until }: View, now: Date): Weeks | null {
  if (places === "all") return null;
  const today = dayOf(now.getTime());
  const monday = mondayOf(today);
  if (from >= monday) return { from: monday, until: today };
  const sunday = daysBefore(mondayOf(until), -6);
  return { from: mondayOf(from), until: sunday < monday ? sunday : daysBefore(monday, 1) };
}

/** The query of an address that shows a view, with something changed; only what differs from the usual stands in it. */
export function queryOf(view: View, change: Partial<View> = {}): string {
  const { from, until, by, places, state, divisions, offices, rows } = { ...view, ...change };
  const params = new URLSearchParams({ from, until, by });
  if (places !== "all") params.set("places", places);
  if (state !== null) params.set("state", state);
  if (divisions !== "n") params.set("divisions", divisions);
  if (offices !== "n") params.set("offices", offices);
  if (rows !== "top") params.set("rows", rows);
  return `?${params.toString()}`;
}
