import { domainToASCII } from "node:url";
import { parse } from "tldts";
import { z } from "zod";

const ascii = z.email();

export type EmailCheck = { ok: true; address: string; canonical: string } | { ok: false; code: "email" | "email.local" };

/**
 * Checks an address: the domain in its ASCII form (IDNA) under a public suffix that ICANN delegates, then the whole.
 * `address` is what mail is sent to; `canonical` is what makes two spellings one person. `+tag` and dots stay: they may
 * be two people's.
 */
export function checkEmail(typed: string): EmailCheck {
  const text = typed.normalize("NFKC").trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = at < 1 ? "" : domainToASCII(text.slice(at + 1));
  if (domain === "" || !parse(domain).isIcann && !/\.(example|test)$|^example\.(org|com|net)$/.test(domain)) return { ok: false, code: "email" };
  if (/[^\p{ASCII}]/u.test(local)) return { ok: false, code: "email.local" };
  const address = `${local}@${domain}`;
  if (address.length > 254 || !ascii.safeParse(address).success) return { ok: false, code: "email" };
  return { ok: true, address, canonical: address.toLowerCase() };
}
