import { days, earlier, hours, later } from "#app/lib/time.ts";

/** The calendar day ("2026-11-01") that an instant falls on in a time zone. */
export function localDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}`;
}

/**
 * The instant at which the local day of `at` ends, so that "closes on 1 November" means the whole of that day. Found by
 * halving, because a day has 23, 24 or 25 hours where clocks change.
 */
export function endOfLocalDay(at: Date, timeZone: string): Date {
  const today = localDay(at, timeZone);
  let inside = at;
  let beyond = later(at, hours(26));
  while (beyond.getTime() - inside.getTime() > 1) {
    const middle = later(inside, Math.floor((beyond.getTime() - inside.getTime()) / 2));
    if (localDay(middle, timeZone) === today) inside = middle;
    else beyond = middle;
  }
  return beyond;
}

/** An instant within the last day before an end: what is shown as "closes on". */
export function lastDayBefore(end: Date): Date {
  return earlier(end, 1);
}

/** Whole days until the end; 0 on the last day. */
export function daysLeft(end: Date, now: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now.getTime()) / days(1)));
}
