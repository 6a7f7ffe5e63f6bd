import { domainToASCII } from "node:url";
import { lookup } from "#app/lib/seal.server.ts";

/** What an address is suppressed by and a delivery's recipient is found by; linkable to nothing else. */
export function recipientHmac(email: string): Uint8Array {
  return lookup("suppression", canonical(email));
}

/** NFKC, lower case, ASCII domain: the same mailbox however it was typed. */
function canonical(email: string): string {
  const text = email.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
