import { z } from "zod";

/** Who signed, as typed. Sealed wherever it is stored. */
export const personSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  country: z.string(),
  postalCode: z.string(),
  streetAddress: z.string(),
  locality: z.string(),
  region: z.string(),
});
export type Person = z.output<typeof personSchema>;

export const personLabel = "signatures/person";

/** A name as it is compared: one person, however the letters were composed, cased or spaced. */
export function canonicalName({ givenName, familyName }: Pick<Person, "givenName" | "familyName">): string {
  return `${givenName} ${familyName}`.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
