import { randomBytes } from "node:crypto";
import { paths } from "#app/lib/paths.ts";
import { hours } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "attempt";

/**
 * Which browser shows the form: a second press of its button is known by it, and by nothing that somebody else could post
 * (fault 18). "" where the form was posted without having been shown.
 */
export function readAttemptCookie(request: Request): string {
  return cookieOf(request, name, /^[\w-]{22}$/) ?? "";
}

/** `Set-Cookie` for a browser that shows the form for the first time, for an hour; none for one that has it. */
export function attemptCookie(request: Request, slug: string): Record<string, string> {
  if (readAttemptCookie(request) !== "") return {};
  const value = randomBytes(16).toString("base64url");
  return { "Set-Cookie": `${name}=${value}; Max-Age=${hours(1) / 1000}${cookieAttributes(paths.campaign(slug))}` };
}

/** `Set-Cookie` after which this browser is not known by it. */
export function expiredAttemptCookie(slug: string): string {
  return `${name}=; Max-Age=0${cookieAttributes(paths.campaign(slug))}`;
}
