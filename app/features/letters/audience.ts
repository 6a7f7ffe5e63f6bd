import { z } from "zod";
import type { OfficeKind, Recipient } from "#app/features/directory/official.ts";
import type { Backing, MeasureSupport } from "#app/features/directory/support.ts";

/**
 * What each kind of reader can do: the chambers' rules as types. A measure of one chamber is never put before the other,
 * and a delegate, who has no vote on the floor, is not asked for one (fault 59).
 */
export const actsOf = {
  house: ["introduce-house-measure", "cosponsor-house-measure", "vote-house", "urge-executive"],
  "house-delegate": ["introduce-house-measure", "cosponsor-house-measure", "urge-executive"],
  senate: ["introduce-senate-measure", "cosponsor-senate-measure", "vote-senate", "urge-executive"],
  executive: ["impose-sanctions", "raise-with-government", "use-powers"],
  parliament: ["adopt-resolution", "debate", "raise-with-government"],
  "regional-congress": ["adopt-resolution", "debate", "raise-with-government"],
  company: ["change-conduct", "answer-publicly"],
} as const;

/** A kind of reader for whom a campaign has words of its own. */
export type Audience = keyof typeof actsOf;
export type Act<A extends Audience = Audience> = (typeof actsOf)[A][number];

/** Words for one office alone, where two of a kind are asked for different things. Offices of Congress have none. */
export type OfficeAudience = `office:${string}`;
type FixedAudience = Exclude<Audience, "house" | "house-delegate" | "senate">;

/** The words for a letter to one audience: `text` and `subject` are templates, `summary` is the ask in a few words. */
export type VariantWords = { subject: string; summary: string; text: string };

/** Only the pairs that make sense can be written down: each audience with an act that it can do. */
export type Variant = VariantWords &
  ({ [A in Audience]: { audience: A; act: Act<A> } }[Audience] | { audience: OfficeAudience; act: Act<FixedAudience> });

const wordLimits = {
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\r\n]*$/),
  summary: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(4_000),
};

/** The same rule for words that come from outside the code. */
export const variantSchema = z
  .object({ audience: z.string(), act: z.string(), ...wordLimits })
  .transform((given, context): Variant => {
    if (!canBeAsked(given.audience, given.act))
      context.addIssue({ code: "custom", path: ["act"], message: "not-their-act" });
    return given as Variant;
  });

const ofCongress: readonly Audience[] = ["house", "house-delegate", "senate"];

function canBeAsked(audience: string, act: string): boolean {
  const officeOnly = /^office:.+/.test(audience);
  return (Object.keys(actsOf) as Audience[])
    .filter((one) => (officeOnly ? !ofCongress.includes(one) : one === audience))
    .some((one) => (actsOf[one] as readonly string[]).includes(act));
}

const audienceOfKind: Record<OfficeKind, Audience | null> = {
  "house-seat": "house",
  "house-delegate-seat": "house-delegate",
  "senate-seat": "senate",
  executive: "executive",
  parliament: "parliament",
  "regional-congress": "regional-congress",
  company: "company",
  // A foreign government is told how many signed, never by whom (fault 60).
  "foreign-government": null,
};

/** The kind of reader that a recipient is; null for one who never gets a letter. */
export function audienceOf(recipient: Pick<Recipient, "kind" | "disclosure">): Audience | null {
  return recipient.disclosure === "letter" ? audienceOfKind[recipient.kind] : null;
}

/**
 * The words for a recipient: those of the office itself, else those of its audience; null where the campaign has none or
 * where this recipient cannot do what they ask.
 */
export function variantFor<V extends Variant>(variants: readonly V[], recipient: Recipient): V | null {
  const audience = audienceOf(recipient);
  if (audience === null) return null;
  const found =
    variants.find((variant) => variant.audience === `office:${recipient.officeId}`) ??
    variants.find((variant) => variant.audience === audience);
  return found && canDo(recipient, audience, found.act) ? found : null;
}

/**
 * How a reader stands behind the measure already that they would be asked to cosponsor: nobody is asked for what they have
 * done. Null: they are asked, and so is everybody while nobody has given a list.
 */
export function backingOf(
  asked: { act: string; officialId: string | null },
  support: MeasureSupport | null,
): Backing | null {
  if (!support || asked.officialId === null || asked.act !== `cosponsor-${support.measure.chamber}-measure`)
    return null;
  return support.backers.get(asked.officialId) ?? null;
}

function canDo(recipient: Recipient, audience: Audience, act: Act): boolean {
  if (act.startsWith("cosponsor-") && !recipient.canCosponsor) return false;
  if (act.startsWith("vote-") && !recipient.hasFloorVote) return false;
  return (actsOf[audience] as readonly Act[]).includes(act);
}
