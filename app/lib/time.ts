/** Durations in milliseconds that carry their unit in the name: `days(7)`. */
export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => seconds(n * 60);
export const hours = (n: number): number => minutes(n * 60);
export const days = (n: number): number => hours(n * 24);

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
export const earlier = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

/** Months have no fixed length, so they stay apart from the milliseconds. */
export type Duration = { months: number; ms: number };

const iso8601 =
  /^([+-]?)P(?=[-+\dT])(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(?:T(?=[-+\d])(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+(?:\.\d{1,3})?)S)?)?$/;

/** An ISO 8601 duration ("P3D", "-PT90M", "P1Y2M"), or null when the text is none. */
export function parseDuration(text: string): Duration | null {
  const found = iso8601.exec(text);
  if (!found) return null;
  const [years, months, weeks, wholeDays, h, m, s] = found.slice(2).map((part) => Number(part ?? 0));
  const sign = found[1] === "-" ? -1 : 1;
  return {
    months: sign * (years * 12 + months),
    ms: sign * Math.round(days(weeks * 7 + wholeDays) + hours(h) + minutes(m) + seconds(s)),
  };
}

/** The instant moved by a duration: months by the UTC calendar (31 January + 1 month = 28 February), then the rest. */
export function shifted(at: Date, by: Duration): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + by.months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return later(moved, by.ms);
}
