import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import type { CampaignRecipients } from "#app/features/campaigns/recipients-for.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { variantFor } from "#app/features/letters/audience.ts";
import type { Variant } from "#app/features/letters/audience.ts";
import { composeLetter } from "#app/features/letters/compose-letter.ts";
import type { ComposedLetter } from "#app/features/letters/compose-letter.ts";
import type { LeftLetter } from "#app/features/letters/left-item.ts";
import { draftOf } from "#app/features/letters/save-draft.server.ts";
import type { Spared } from "#app/features/letters/spared.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { leftLetters } from "./left-letters.server.ts";
import type { Signature } from "./signature-of.server.ts";
import { sparedOf } from "./spared-of.server.ts";
import { wantsUpdates } from "./wants-updates.server.ts";

/** The letters of one writer as they would stand now. */
export interface LettersInProgress {
  found: CampaignRecipients;
  variants: (Variant & { id: string })[];
  /** The campaign's own text, and what the writer has made of it. */
  common: string;
  body: string;
  /** Recipient keys that the writer ticked; null when never touched, then all. */
  ticked: string[] | null;
  entries: { recipient: Recipient; letter: ComposedLetter }[];
  /** Who has done what their letter would ask has no entry either. */
  spared: Spared[];
  /** Letters that have left stay as they are: their offices have no entry. */
  left: LeftLetter[];
  /** Whether the writer asked for news. */
  updates: boolean;
  /** The district by the ZIP code or by the writer's own choice; null while it is neither. */
  houseDivisionId: string | null;
  /** The ZIP code lies in several districts: the writer says which, and may say otherwise later. */
  mayChoose: boolean;
}

/**
 * Writes every letter that this signature can have, from the given body, else from what was saved, else from the
 * campaign's. `division` counts only where the ZIP code lies in several districts and it is one of them.
 */
export async function composeLetters(
  by: By,
  campaign: Campaign,
  signature: Signature,
  given: { body?: string; division?: string } = {},
): Promise<LettersInProgress> {
  const { person } = signature;
  // Empty is an answer too: "I do not know".
  const wished = given.division ?? signature.houseDivisionId;
  const place = { country: person.country, postalCode: person.postalCode, houseDivisionId: wished || undefined };
  const [found, templates, draft, left, updates] = await Promise.all([
    recipientsFor(by, campaign, place),
    templatesOf(by, campaign.id, campaign.locale),
    draftOf(by, signature.id),
    leftLetters(by, signature.id),
    wantsUpdates(by, signature.id),
  ]);
  const hasLeft = ({ officeId }: Recipient) => left.some(({ letter }) => letter.officeId === officeId);
  const spared = await sparedOf(
    by,
    campaign,
    found.recipients.filter((recipient) => !hasLeft(recipient)),
  );
  const mayChoose =
    found.chooseFrom.length > 0 && (signature.houseDivisionId === null || signature.divisionMethod === "self");
  const candidates = found.chooseFrom.map(({ divisionId }) => divisionId);
  const chosen = wished !== null && candidates.includes(wished) ? wished : null;
  const houseDivisionId = mayChoose ? chosen : signature.houseDivisionId;
  const body = given.body ?? draft?.body ?? templates.common.text;
  const writer = { ...person, houseDivisionId, stateDivisionId: signature.stateDivisionId };
  const entries = found.recipients.flatMap((recipient) => {
    const template = variantFor(templates.variants, recipient);
    const isSpared = spared.some((one) => one.recipient === recipient);
    if (!template || isSpared || hasLeft(recipient)) return [];
    const letter = composeLetter({
      template,
      body,
      writer,
      recipient,
      locale: campaign.locale,
      directoryAsOf: found.representation.asOf,
      measureId: campaign.measureId,
      now: by.now,
    });
    return [{ recipient, letter }];
  });
  return {
    found,
    variants: templates.variants,
    common: templates.common.text,
    body,
    ticked: draft?.recipients ?? null,
    entries,
    spared,
    left,
    updates,
    houseDivisionId,
    mayChoose,
  };
}
