import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { Found, ReadinessFacts } from "#app/features/campaigns/readiness.ts";
import { endInstantOf, instantOf, isTimeZone } from "#app/features/campaigns/wall-time.ts";
import type { Meant } from "#app/features/campaigns/wall-time.ts";

/** Goal, opening and closing: times that the zone's clocks show, the end after the beginning and not past. */
export function datesReadiness({ dates }: CampaignDocument, { now, openedAt }: ReadinessFacts): Found[] {
  const { goal, timeZone, opens, closes } = dates;
  if (!isTimeZone(timeZone)) return [{ level: "fault", code: "zone", field: "timeZone" }];
  const start = opens && instantOf(opens, timeZone);
  const end = closes && endInstantOf(closes, timeZone);
  const found: Found[] = [...meaning("opens", start), ...meaning("closes", end)];
  const opensAt = instantIn(start) ?? openedAt ?? now;
  const closesAt = instantIn(end);
  if (closesAt && closesAt.getTime() <= opensAt.getTime())
    found.push({ level: "fault", code: "closes-before", field: "closesDay" });
  else if (closesAt && closesAt.getTime() <= now.getTime())
    found.push({ level: "fault", code: "closes-past", field: "closesDay" });
  if (goal === null) found.push({ level: "advised", code: "goal-none", field: "goal" });
  if (closes === null) found.push({ level: "advised", code: "closes-none", field: "closesDay" });
  return found;
}

function meaning(name: "opens" | "closes", meant: Meant | null): Found[] {
  if (meant === null || typeof meant === "object") return [];
  return [{ level: "fault", code: `${name}-${meant}`, field: `${name}Day` }];
}

function instantIn(meant: Meant | null): Date | null {
  return meant !== null && typeof meant === "object" ? meant.at : null;
}
