import { z } from "zod";
import { paths } from "#app/lib/paths.ts";
import { seal, unseal } from "#app/lib/seal.server.ts";
import { minutes } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "place";
const label = "http/postal-code";

/** `Set-Cookie` that carries a ZIP code to the next page, sealed: it is in no address, no log and no history. */
export function postalCodeCookie(slug: string, postalCode: string): string {
  const value = Buffer.from(seal(label, slug, postalCode)).toString("base64url");
  return `${name}=${value}; Max-Age=${minutes(30) / 1000}${cookieAttributes(paths.campaign(slug))}`;
}

/** `Set-Cookie` after which this browser knows none of it. */
export function expiredPostalCodeCookie(slug: string): string {
  return `${name}=; Max-Age=0${cookieAttributes(paths.campaign(slug))}`;
}

/** The ZIP code that this campaign's page was given in this browser; "" when none. */
export function readPostalCodeCookie(request: Request, slug: string): string {
  const value = cookieOf(request, name, /^[\w-]{20,400}$/);
  if (!value) return "";
  try {
    return unseal(label, slug, Buffer.from(value, "base64url"), z.string().max(16));
  } catch {
    return "";
  }
}
