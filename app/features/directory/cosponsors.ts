import { z } from "zod";
import { measureIdOf } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** A line of a list of cosponsors, by somebody whom the directory knows. Days are ISO days. */
export type Cosponsor = {
  officialId: string;
  /** Null where only the name is known. */
  sponsoredOn: string | null;
  withdrawnOn: string | null;
};

/** A line by somebody whom the directory does not know: mostly a member who has left. */
export const unmatched = z.object({
  bioguideId: z.string(),
  name: z.string(),
  sponsoredOn: z.string(),
  withdrawnOn: z.string().nullable(),
});
export type Unmatched = z.output<typeof unmatched>;

/** An ISO day that the database knows too: its calendar begins with the year 1. */
export const isoDay = (message: string) => z.iso.date({ message }).refine((text) => text >= "0001", { message });

const day = isoDay("cosponsors-form");

/* What is read of an answer of api.congress.gov/v3/bill/…/cosponsors; the rest of it is passed over. */
const answer = z.object({
  cosponsors: z.array(
    z.object({
      bioguideId: z.string().regex(/^[A-Z]\d{6}$/),
      // What no name has and no database stores.
      fullName: z
        .string()
        .max(200)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u),
      sponsorshipDate: day,
      sponsorshipWithdrawnDate: day.nullish(),
    }),
  ),
  pagination: z.object({ count: z.number().int() }).optional(),
  request: z.object({ congress: z.coerce.number(), billType: z.string(), billNumber: z.coerce.number() }).optional(),
});

export type CosponsorsFault =
  "cosponsors-empty" | "cosponsors-long" | "cosponsors-form" | "cosponsors-other" | "cosponsors-part";

/** Where congress.gov answers the list of a measure to whoever has a key. */
export function cosponsorsAddress({ congress, type, number }: Pick<Measure, "congress" | "type" | "number">): string {
  return `https://api.congress.gov/v3/bill/${congress}/${type}/${number}/cosponsors?limit=250&format=json&api_key=…`;
}

/** More than a list of all members takes. */
const mostPasted = 400_000;

/** What was pasted, as lines; one answer or several after one another, a list that has more than one page. */
export function parseCosponsors(
  text: string,
  measure: Pick<Measure, "id">,
): { ok: true; lines: Unmatched[] } | { ok: false; fault: CosponsorsFault } {
  const refused = (fault: CosponsorsFault) => ({ ok: false as const, fault });
  if (text.trim() === "") return refused("cosponsors-empty");
  if (text.length > mostPasted) return refused("cosponsors-long");
  const parsed = z.array(answer).safeParse(jsonOf(text));
  if (!parsed.success) return refused("cosponsors-form");
  const pages = parsed.data;
  const isOther = pages.some(({ request }) => request && idAsked(request) !== measure.id);
  if (isOther) return refused("cosponsors-other");
  const lines = pages.flatMap(({ cosponsors }) =>
    cosponsors.map(({ bioguideId, fullName, sponsorshipDate, sponsorshipWithdrawnDate }) => ({
      bioguideId,
      name: fullName,
      sponsoredOn: sponsorshipDate,
      withdrawnOn: sponsorshipWithdrawnDate ?? null,
    })),
  );
  const once = [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
  const told = Math.max(0, ...pages.map(({ pagination }) => pagination?.count ?? 0));
  return once.length < told ? refused("cosponsors-part") : { ok: true, lines: once };
}

/** Several JSON texts after one another are a list of them. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(`[${text.replace(/\}\s*\{/g, "},{")}]`);
  } catch {
    return null;
  }
}

function idAsked({ congress, billType, billNumber }: { congress: number; billType: string; billNumber: number }) {
  return measureIdOf({ congress, type: billType.toLowerCase() as Measure["type"], number: billNumber });
}

/** The lines of those whom the directory knows, and the others, whole. */
export function matched(lines: Unmatched[], known: ReadonlySet<string>) {
  const isKnown = ({ bioguideId }: Unmatched) => known.has(`bioguide:${bioguideId}`);
  return {
    cosponsors: lines.filter(isKnown).map(({ bioguideId, sponsoredOn, withdrawnOn }): Cosponsor => ({
      officialId: `bioguide:${bioguideId}`,
      sponsoredOn,
      withdrawnOn,
    })),
    unmatched: lines.filter((line) => !isKnown(line)),
  };
}

/**
 * A list made of ticks: who stood in the last one keeps its day, who withdrew before stays as withdrawn, whoever the
 * directory did not know is not asked about.
 */
export function tickedList(ticked: readonly string[], before: readonly Cosponsor[]): Cosponsor[] {
  const stood = before.filter(({ withdrawnOn }) => withdrawnOn === null);
  return [...new Set(ticked)]
    .map(
      (officialId): Cosponsor =>
        stood.find((one) => one.officialId === officialId) ?? { officialId, sponsoredOn: null, withdrawnOn: null },
    )
    .concat(before.filter(({ withdrawnOn }) => withdrawnOn !== null));
}
