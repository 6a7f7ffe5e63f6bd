import { paths } from "#app/lib/paths.ts";
import { days } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "left";

/**
 * `Set-Cookie` that remembers for a day that somebody left on this device, so that "Back" shows no mailed link's page,
 * whose address the browser's history still has. It says nothing of who or what.
 */
export function leftCookie(): string {
  return `${name}=yes; Max-Age=${days(1) / 1000}${cookieAttributes(paths.confirm(""))}`;
}

/** `Set-Cookie` once somebody has said that they are back. */
export function expiredLeftCookie(): string {
  return `${name}=; Max-Age=0${cookieAttributes(paths.confirm(""))}`;
}

export function hasLeft(request: Request): boolean {
  return cookieOf(request, name, /^yes$/) !== null;
}
