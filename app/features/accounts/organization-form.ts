import { z } from "zod";
import { parseEmail } from "#app/lib/email-address.ts";

/** The fields of the form. A field may stay empty: what is missing keeps campaigns from being published, not the form from being saved. */
export const organizationFields = {
  one: [
    "name",
    "postalAddress",
    "contactEmail",
    "privacyEmail",
    "languages",
    "hasPrincipal",
    "principal",
    "wordMark",
    "dropPicture",
  ],
} as const;

export type OrganizationFault = "name-empty" | "organization-long" | "email-form" | "email-letters" | "languages-form";

const code = (message: OrganizationFault) => ({ message });
const text = (most: number) => z.string().trim().max(most, code("organization-long"));

const email = z.string().transform((typed, context) => {
  const parsed = parseEmail(typed);
  if (parsed.ok) return parsed.email;
  if (parsed.code === "email-empty") return "";
  context.addIssue({ code: "custom", message: parsed.code });
  return z.NEVER;
});

/** "en, hy" as codes, each once; what is no code of a language is refused. */
const languages = z.string().transform((typed, context) => {
  const codes = typed.split(/[\s,;]+/).filter(Boolean);
  try {
    return [...new Set(codes.flatMap((one) => Intl.getCanonicalLocales(one)))];
  } catch {
    context.addIssue({ code: "custom", message: "languages-form" satisfies OrganizationFault });
    return z.NEVER;
  }
});

export const organizationSchema = z
  .object({
    name: text(200).min(1, code("name-empty")),
    postalAddress: text(500),
    contactEmail: email,
    privacyEmail: email,
    languages,
    hasPrincipal: z.enum(["yes", "no", ""]),
    principal: text(500),
    wordMark: text(40),
    dropPicture: z.string(),
  })
  .transform(({ hasPrincipal, principal, wordMark, dropPicture, ...rest }) => ({
    ...rest,
    wordMark: wordMark === "" ? null : wordMark,
    dropsPicture: dropPicture === "on",
    hasPrincipal: hasPrincipal === "" ? null : hasPrincipal === "yes",
    principal: hasPrincipal === "yes" && principal !== "" ? principal : null,
  }));
