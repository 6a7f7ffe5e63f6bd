import { lookup } from "#app/lib/seal.server.ts";
import { canonicalEmail } from "#app/lib/email-address.ts";
import { canonicalName } from "../person-name.ts";
import type { Person } from "../signature.ts";

/** A person's address within one matter: not linkable to another matter. */
export function emailHmac(matterId: string, email: string): Uint8Array {
  return lookup(`matter:${matterId}`, canonicalEmail(email));
}

/** A person's name within one matter, however it was typed: two people may share an address. */
export function nameHmac(matterId: string, person: Pick<Person, "givenName" | "familyName">): Uint8Array {
  return lookup(`name:${matterId}`, canonicalName(person));
}

/** Whose personal link it is; linkable to no signature. */
export function personalLinkHmac(email: string): Uint8Array {
  return lookup("personal-link", canonicalEmail(email));
}

/** The whole form, from one network, on one day. */
export function attemptHmac(campaignId: string, day: string, network: string, form: object): Uint8Array {
  return lookup(`attempt:${campaignId}`, JSON.stringify([day, network, form]));
}
