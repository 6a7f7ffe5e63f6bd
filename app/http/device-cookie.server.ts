import { randomBytes, timingSafeEqual } from "node:crypto";
import { canonicalEmail } from "#app/lib/email-address.ts";
import { paths } from "#app/lib/paths.ts";
import { lookup } from "#app/lib/seal.server.ts";
import { days } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "device";
const shape = /^[\w-]{22}\.[\w-]{43}$/;

const proof = (id: string, email: string) => lookup("device-cookie", `${id} ${canonicalEmail(email)}`);

/**
 * `Set-Cookie` by which this browser shows later that an address has signed in with it (OWASP, "device cookies"). It
 * opens nothing and names nobody; its tries have a count of their own, so that no stranger's use them up.
 */
export function deviceCookie(email: string): string {
  const id = randomBytes(16).toString("base64url");
  const value = `${id}.${Buffer.from(proof(id, email)).toString("base64url")}`;
  return `${name}=${value}; Max-Age=${days(180) / 1000}${cookieAttributes(paths.signIn())}`;
}

/** By what the tries of this browser for an address are counted; null where that address has not signed in with it. */
export function knownDevice(request: Request, email: string): string | null {
  const [id = "", shown = ""] = (cookieOf(request, name, shape) ?? "").split(".");
  const given = Buffer.from(shown, "base64url");
  const right = proof(id, email);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
