import { days, hours } from "#app/lib/time.ts";
import type { View } from "./view.ts";

/** What is known of one hour, day or week; null: it is not counted by the hour. */
export interface Point {
  /** "2026-11-24", with "T13" behind it for an hour; a week is its Monday. */
  bucket: string;
  confirmed: number;
  signed: number | null;
  withdrawn: number | null;
}

export interface SeriesCell {
  cube: "hour" | "day" | "signed" | "withdrawn";
  bucket: string;
  n: number;
}

/** The cubes that a series is made of. */
export function cubesOf(by: View["by"]): SeriesCell["cube"][] {
  return by === "hour" ? ["hour"] : ["day", "signed", "withdrawn"];
}

const iso = (ms: number, length: number) => new Date(ms).toISOString().slice(0, length);

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return iso(at - days(sinceMonday), 10);
}

/** Every hour, day or week of a view in order, those of which nothing is counted too; no hour after `now`. */
export function pointsOf(cells: readonly SeriesCell[], { from, until, by }: View, now: Date): Point[] {
  const step = by === "hour" ? hours(1) : days(1);
  const end = Math.min(Date.parse(until) + days(1), now.getTime() + 1);
  const buckets = new Map<string, Point>();
  const bucketOf = (text: string) => (by === "week" ? mondayOf(text) : text);
  for (let at = Date.parse(from); at < end; at += step) {
    const bucket = bucketOf(iso(at, by === "hour" ? 13 : 10));
    const none = by === "hour" ? null : 0;
    if (!buckets.has(bucket)) buckets.set(bucket, { bucket, confirmed: 0, signed: none, withdrawn: none });
  }
  for (const { cube, bucket, n } of cells) {
    const point = buckets.get(bucketOf(bucket));
    if (!point) continue;
    if (cube === "signed" || cube === "withdrawn") point[cube] = (point[cube] ?? 0) + n;
    else point.confirmed += n;
  }
  return [...buckets.values()];
}

/** One figure a day for the last days, today last. */
export function lastDays(cells: readonly { day: string; n: number }[], n: number, now: Date): number[] {
  const found = new Map(cells.map((cell) => [cell.day, cell.n]));
  return Array.from({ length: n }, (_, i) => found.get(iso(now.getTime() - days(n - 1 - i), 10)) ?? 0);
}
