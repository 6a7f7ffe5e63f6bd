import { z } from "zod";
import { channelsOf } from "./official.ts";
import type { Representation } from "./representatives-of.server.ts";

/** What a program may ask. The street is taken and, until there is a geocoder, not needed. */
export const representativesQuestion = z.object({
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .default("US"),
  postalCode: z.string().max(32),
  streetAddress: z.string().max(200).optional(),
  locality: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
});

/** The answer of GET and POST /api/v1/representatives, field by field as programs rely on it. */
export function representativesAnswer(found: Representation) {
  return {
    status: found.status,
    stale: found.stale,
    divisions: found.divisions,
    officials: found.officials.map((official) => ({
      id: official.key,
      name: official.name,
      office: official.officeName,
      chamber: official.chamber,
      party: official.party,
      division: official.divisionId,
      channels: channelsOf(official),
    })),
    vacancies: found.vacancies,
    asOf: found.asOf,
  };
}
