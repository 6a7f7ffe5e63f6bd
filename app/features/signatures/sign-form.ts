import { z } from "zod";
import { isUsTerritory } from "#app/features/directory/us-places.ts";
import { normalizePostalCode } from "#app/features/directory/postal-code.ts";
import { countryCodes, usRegions } from "#app/lib/region-names.ts";
import { isLocale } from "#app/lib/words.ts";
import { parseEmail } from "#app/lib/email-address.ts";
import type { Display, Person } from "./signature.ts";
import { displays } from "./signature.ts";
import { typedLine } from "./typed-line.ts";

/** The fields of the form, in its order. `leaveEmpty` is out of sight: who fills it is no person. */
export const signFields = {
  one: [
    "givenName",
    "familyName",
    "email",
    "country",
    "postalCode",
    "streetAddress",
    "locality",
    "region",
    "display",
    "updates",
    "locale",
    "leaveEmpty",
  ],
} as const;
export type SignField = (typeof signFields.one)[number];

export const signFaultCodes = [
  "name-empty",
  "name-long",
  "email-empty",
  "email-form",
  "email-letters",
  "country-unknown",
  "zip-empty",
  "zip-form",
  "postal-code-long",
  "address-long",
  "region-unknown",
  "display-unknown",
] as const;
export type SignFaultCode = (typeof signFaultCodes)[number];

/** A form that was understood. */
export type SignForm = Person & { display: Display; updates: boolean; locale: string; leaveEmpty: string };

/** UTF-16 units, as an input counts them. */
export const nameLimit = 100;
export const addressLimit = 200;
export const postalCodeLimit = 16;

const text = z.string().default("");
const raw = z.object(Object.fromEntries(signFields.one.map((name) => [name, text])) as Record<SignField, typeof text>);

/**
 * What `POST /c/:slug/sign` takes. Every field is looked at, so that all faults are told at once; each fault is a code.
 */
export const signSchema = raw.transform((given, context): SignForm => {
  const fault = (field: SignField, code: SignFaultCode) => {
    context.addIssue({ code: "custom", path: [field], message: code });
  };
  const line = (field: SignField, limit: number, code: SignFaultCode) => {
    const value = typedLine(given[field]);
    if (value.length > limit) fault(field, code);
    return value;
  };

  const givenName = line("givenName", nameLimit, "name-long");
  if (givenName === "") fault("givenName", "name-empty");
  const familyName = line("familyName", nameLimit, "name-long");
  const email = parseEmail(given.email);
  if (!email.ok) fault("email", email.code);
  // The ISO list has the territories as countries; their people are constituents of a delegate, under US addresses.
  const territory = isUsTerritory(given.country) ? given.country : null;
  const country = given.country === "" || territory ? "US" : given.country;
  if (!countryCodes.includes(country)) fault("country", "country-unknown");
  const inTheUs = country === "US";
  const postalCode = line("postalCode", postalCodeLimit, inTheUs ? "zip-form" : "postal-code-long");
  if (inTheUs && postalCode === "") fault("postalCode", "zip-empty");
  else if (inTheUs && normalizePostalCode(postalCode) === null) fault("postalCode", "zip-form");
  const streetAddress = line("streetAddress", addressLimit, "address-long");
  const locality = line("locality", addressLimit, "address-long");
  const region = territory ?? line("region", addressLimit, "address-long");
  if (inTheUs && region !== "" && !Object.hasOwn(usRegions, region)) fault("region", "region-unknown");
  const display = displays.find((one) => one === (given.display || "none"));
  if (!display) fault("display", "display-unknown");

  return {
    givenName,
    familyName,
    email: email.ok ? email.email : "",
    country,
    postalCode,
    streetAddress,
    locality,
    region,
    display: display ?? "none",
    updates: given.updates === "on",
    locale: isLocale(given.locale) ? given.locale : "en",
    leaveEmpty: given.leaveEmpty,
  };
});
