import { countryCodes } from "#app/lib/region-names.ts";
import { normalizePostalCode } from "#app/features/directory/postal-code.ts";

/** Somebody who lives there, and nobody: whom a preview is walked as. */
export type Persona = { country: string; postalCode: string };

/** Places that differ in whom one can write to: a district, several under one ZIP code, one without senators, abroad. */
export const personas = ["91205", "91206", "20001", "AM"] as const;

/** A persona from an address: a ZIP code or a country's code; the first of the samples where it is neither. */
export function personaFrom(text: string | null): { as: string; persona: Persona } {
  const given = (text ?? "").trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(given) && given !== "US" && countryCodes.includes(given))
    return { as: given, persona: { country: given, postalCode: "" } };
  const postalCode = normalizePostalCode(given) ?? personas[0];
  return { as: postalCode, persona: { country: "US", postalCode } };
}
