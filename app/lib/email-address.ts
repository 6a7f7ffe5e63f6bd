import { parse } from "tldts";
import { z } from "zod";

export type EmailFault = "email-empty" | "email-letters" | "email-form";
type ParsedEmail = { ok: true; email: string } | { ok: false; code: EmailFault };

const email = z.email();
const limit = 254;

/**
 * An address as mail programs take it: its domain in ASCII, its local part as typed, without what nobody sees and was
 * pasted with it. `z.email` alone refuses `ann@bücher.de`; a local part in other letters few servers take, and the person
 * is told so.
 */
export function parseEmail(typed: string): ParsedEmail {
  // Twice the limit is room for what is taken out; more is no address, and Punycode is slow on it.
  if (typed.length > 2 * limit) return { ok: false, code: "email-form" };
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .trim();
  if (text === "") return { ok: false, code: "email-empty" };
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (at < 1 || domain === null) return { ok: false, code: "email-form" };
  if (/[^\0-\x7f]/.test(local)) return { ok: false, code: "email-letters" };
  const whole = `${local}@${domain}`;
  // Zod knows no ending in Punycode: the domain is judged above, so that it judges the local part alone.
  if (whole.length > limit || !email.safeParse(`${local}@example.org`).success)
    return { ok: false, code: "email-form" };
  return { ok: true, email: whole };
}

/** One mailbox, however it was typed; what an HMAC is made of. */
export function canonicalEmail(address: string): string {
  return address.normalize("NFKC").trim().toLowerCase();
}

/** By the URL standard, as `domainToASCII` does it, but also in a browser. The ending must be one that exists. */
function asciiDomain(domain: string): string | null {
  if (domain === "" || /[\s/?#@:\\%[\]<>^|]/.test(domain)) return null;
  const url = `http://${domain}`;
  if (!URL.canParse(url)) return null;
  // The root's dot is not part of an address.
  const hostname = new URL(url).hostname.replace(/\.$/, "");
  if (!hostname.split(".").every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label))) return null;
  const { isIcann, domain: registered } = parse(hostname);
  // Names under .example reach nobody, for ever (RFC 2606): demonstrations and tests use them.
  const reserved = /^(?:[a-z0-9-]+\.)+example$/.test(hostname);
  return (isIcann && registered !== null) || reserved ? hostname : null;
}
