import { z } from "zod";
import type { Representation } from "#app/features/directory/representatives-of.server.ts";
import { normalizePostalCode } from "#app/features/directory/postal-code.ts";
import { usRegions } from "#app/lib/region-names.ts";
import { stateElsewhere } from "./place-of.ts";
import { addressLimit } from "./sign-form.ts";
import { typedLine } from "./typed-line.ts";
import { words } from "./words.ts";

export const placeFields = { one: ["postalCode", "locality", "region"] } as const;

/** Where somebody in the United States votes; faults are codes of `sign-form.ts`. */
export const placeSchema = z.object({
  postalCode: z.string().transform((text, context) => {
    const code = normalizePostalCode(text);
    if (code === null) context.addIssue({ code: "custom", message: "zip-form" });
    return code ?? "";
  }),
  locality: z.string().transform(typedLine).pipe(z.string().max(addressLimit, "address-long")),
  region: z.string().refine((code) => code === "" || Object.hasOwn(usRegions, code), "region-unknown"),
});

/** What the directory has against a place that is well formed: it does not know the code, or it lies in another state. */
export function placeFaults(
  place: z.output<typeof placeSchema>,
  found: Pick<Representation, "status" | "stateDivisionId">,
  locale: string,
): { field: string; sentence: string }[] {
  const t = words(locale);
  const { postalCode, region } = place;
  if (found.status === "unknown_zip")
    return [{ field: "postalCode", sentence: t("place.unknown_zip", { postalCode }) }];
  const state = stateElsewhere({ country: "US", region }, found);
  return state ? [{ field: "region", sentence: t("fault.region-elsewhere", { state }) }] : [];
}
