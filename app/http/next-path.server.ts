import type { Role } from "#app/features/accounts/account.ts";
import { paths } from "#app/lib/paths.ts";

/** Where a way back may lead: the pages behind signing in. */
const followed = [paths.organize(), paths.staff(), paths.admin(), paths.account()];

/** The way back that an address or a form names, where it is one of ours; else null (fault 33). */
export function safeNext(given: string | null): string | null {
  if (given === null || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes("\\")) return null;
  const { origin, pathname, search } = new URL(given, "http://localhost");
  if (origin !== "http://localhost") return null;
  const isOurs = followed.some((start) => pathname === start || pathname.startsWith(`${start}/`));
  return isOurs ? pathname + search : null;
}

/** Where somebody of a role begins. */
export function firstPage(role: Role): string {
  return { admin: paths.admin(), organizer: paths.organize(), staff: paths.staff() }[role];
}
