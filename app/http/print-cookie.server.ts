import { z } from "zod";
import { paths } from "#app/lib/paths.ts";
import { seal, unseal } from "#app/lib/seal.server.ts";
import { minutes } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "print";
const label = "http/print-key";
const shape = z.object({ link: z.enum(["confirm", "personal"]), token: z.string() });

/** What opened the page that led to the print. */
export type PrintKey = z.output<typeof shape>;

/**
 * `Set-Cookie` that carries a mailed link's key to the page that is printed, sealed: many browsers print a page's address
 * on the paper, and an office must not get the link to somebody's own page.
 */
export function printCookie(slug: string, { link, token }: PrintKey): string {
  const value = Buffer.from(seal(label, slug, { link, token })).toString("base64url");
  return `${name}=${value}; Max-Age=${minutes(30) / 1000}${cookieAttributes(paths.campaign(slug))}`;
}

/** `Set-Cookie` after which this browser knows none of it. */
export function expiredPrintCookie(slug: string): string {
  return `${name}=; Max-Age=0${cookieAttributes(paths.campaign(slug))}`;
}

/** The key that led here in this browser, or null. */
export function readPrintCookie(request: Request, slug: string): PrintKey | null {
  const value = cookieOf(request, name, /^[\w-]{20,800}$/);
  if (!value) return null;
  try {
    return unseal(label, slug, Buffer.from(value, "base64url"), shape);
  } catch {
    return null;
  }
}
