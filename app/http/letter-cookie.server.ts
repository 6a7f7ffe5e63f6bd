import { env } from "#app/lib/env.server.ts";
import { paths } from "#app/lib/paths.ts";
import { days } from "#app/lib/time.ts";

const name = "letter";
const token = /^[\w-]{20,100}$/;

function attributes(path: string): string {
  return `; Path=${path}; HttpOnly; SameSite=Lax${env().APP_URL.startsWith("https:") ? "; Secure" : ""}`;
}

/** The opaque token of somebody who is writing a letter, or null. It is sent to its own campaign only. */
export function readLetterCookie(request: Request): string | null {
  return cookieOf(request, name, token);
}

/** `Set-Cookie` that lets this browser find its half-written letter of one campaign again, for 14 days. */
export function letterCookie(slug: string, value: string): string {
  return `${name}=${value}; Max-Age=${days(14) / 1000}${attributes(paths.campaign(slug))}`;
}

/** `Set-Cookie` after which this browser knows nothing of it. */
export function expiredLetterCookie(slug: string): string {
  return `${name}=; Max-Age=0${attributes(paths.campaign(slug))}`;
}

/** A cookie of the request, if it has the right shape. */
export function cookieOf(request: Request, wanted: string, shape: RegExp): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, ...rest] = part.trim().split("=");
    const value = rest.join("=");
    if (key === wanted && shape.test(value)) return value;
  }
  return null;
}

/** Attributes that our cookies share. */
export { attributes as cookieAttributes };
