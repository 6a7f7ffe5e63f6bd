import { hours, later } from "#app/lib/time.ts";

/**
 * The instant at which a term or a congress that ends on this day is over: noon in Washington (20th Amendment), which is
 * 17:00 UTC in winter. Special elections' terms end on a day without an hour; the same hour serves.
 */
export function endOfDayInOffice(isoDay: string): Date {
  return later(new Date(`${isoDay}T00:00:00Z`), hours(17));
}

/** Whether a term is running. Its first day counts from its beginning, so that nobody is vacant on the day of the oath. */
export function isRunning(term: { start: string; end: string }, now: Date): boolean {
  return new Date(`${term.start}T00:00:00Z`) <= now && now < endOfDayInOffice(term.end);
}
