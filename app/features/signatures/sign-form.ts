import { z } from "zod";
import { countryCodes, usRegions } from "#app/lib/region-names.ts";
import { checkEmail } from "./email-address.ts";
import { displays } from "./signature.ts";
import { words } from "./words.ts";

/** The fields of `/sign`, in the order of the page. */
export const signFields = [
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
  "source",
  "locale",
  "leaveEmpty",
] as const;

// No line end and no other control character: what is typed here stands in mails and their headers.
const line = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.trim().replace(/ {2,}/g, " "))
    .pipe(z.string().max(most, "long").regex(/^[^\p{Cc}\u2028\u2029]*$/u, "long"));

/** What `/sign` posts. Faults are codes, which `faultSentence` says in words. */
export const signSchema = z
  .object({
    givenName: line(100).pipe(z.string().min(1, "empty")),
    familyName: line(100),
    email: z
      .string()
      .default("")
      .transform((typed, context) => {
        const checked = checkEmail(typed);
        if (checked.ok) return { address: checked.address, canonical: checked.canonical };
        context.addIssue({ code: "custom", message: checked.code });
        return z.NEVER;
      }),
    country: z.string().default("US").transform((code) => code || "US").pipe(z.enum(countryCodes as [string, ...string[]], "choose")),
    postalCode: line(16),
    streetAddress: line(200),
    locality: line(100),
    region: line(100),
    display: z.enum(displays).catch("none"),
    updates: z.string().optional().transform((value) => value === "on"),
    source: z.string().regex(/^[a-z0-9-]{1,32}$/).nullable().catch(null),
    locale: z.string().max(20).catch("en"),
    leaveEmpty: z.string().default(""),
  })
  .superRefine(({ country, postalCode, region }, context) => {
    if (country === "US" && !/^\d{5}(-?\d{4})?$/.test(postalCode)) context.addIssue({ code: "custom", path: ["postalCode"], message: "zip" });
    if (country === "US" && region !== "" && !Object.hasOwn(usRegions, region)) context.addIssue({ code: "custom", path: ["region"], message: "long" });
  });

export type SignForm = z.output<typeof signSchema>;

/** What is wrong with a field, as a sentence that says how to mend it. */
export function faultSentence(locale: string, field: string, code: string): string {
  const t = words(locale);
  if (field === "email") return code === "email.local" ? t("fault.email.local") : t("fault.email");
  if (field === "givenName") return code === "empty" ? t("fault.givenName") : t("fault.givenName.long");
  if (field === "familyName") return t("fault.familyName.long");
  if (field === "country") return t("fault.country");
  if (field === "postalCode" && code === "zip") return t("fault.postalCode");
  return t("fault.other");
}
