import { hours, later, minutes } from "#app/lib/time.ts";
import { endOfLocalDay, localDay } from "#app/features/campaigns/local-day.ts";

/** What clocks on the wall show: an ISO day, and "09:00"; an empty time is left to whoever asks. */
export type WallTime = { day: string; time: string };

/** What a wall time means: an instant; "gap" where clocks jump over it; "form" where it is no time at all. */
export type Meant = { at: Date } | "gap" | "form";

/**
 * The instant at which clocks in a zone show this. A time that they show twice, in autumn, means the first; one that they
 * never show, in spring, means nothing and is said to (fault 24).
 */
export function instantOf({ day, time }: WallTime, timeZone: string): Meant {
  const parsed = new Date(`${day}T${time}:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(parsed.getTime())) return "form";
  if (parsed.toISOString().slice(0, 16) !== `${day}T${time}`) return "form";
  // No zone is further from UTC than this, and no clock is moved by more than a day.
  const candidates = [...offsetsAround(parsed, timeZone)].map((offset) => later(parsed, -offset));
  const shown = candidates.filter((at) => sameWall(wallTimeOf(at, timeZone), { day, time }));
  const [first] = shown.sort((a, b) => a.getTime() - b.getTime());
  return first ? { at: first } : "gap";
}

/** Whether a calendar has this ISO day. */
export function isDay(day: string): boolean {
  return day >= "0001" && instantOf({ day, time: "12:00" }, "UTC") !== "form";
}

/** The same for an end: a day without a time means the whole of that day. */
export function endInstantOf(wall: WallTime, timeZone: string): Meant {
  if (wall.time !== "") return instantOf(wall, timeZone);
  for (const time of ["12:00", "18:00"]) {
    const within = instantOf({ day: wall.day, time }, timeZone);
    if (within === "form") return within;
    if (within !== "gap") return { at: endOfLocalDay(within.at, timeZone) };
  }
  return "gap";
}

/** What clocks in a zone show at an instant. */
export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: localDay(at, timeZone), time: `${of("hour")}:${of("minute")}` };
}

/** An end as its author means it: midnight is the end of the day before. */
export function endWallTimeOf(at: Date, timeZone: string): WallTime {
  const wall = wallTimeOf(at, timeZone);
  return wall.time === "00:00" ? { day: localDay(later(at, -minutes(1)), timeZone), time: "" } : wall;
}

/** Whether the zone is one that clocks are known of. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The zone's distances from UTC, in milliseconds, in the day around an instant. */
function offsetsAround(at: Date, timeZone: string): Set<number> {
  const samples = [-24, -12, 0, 12, 24].map((n) => later(at, hours(n)));
  return new Set(
    samples.map((sample) => {
      const { day, time } = wallTimeOf(sample, timeZone);
      const minute = Math.floor(sample.getTime() / minutes(1)) * minutes(1);
      return new Date(`${day}T${time}:00Z`).getTime() - minute;
    }),
  );
}

function sameWall(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && a.time === b.time;
}
