import type { Recipient } from "#app/features/directory/official.ts";
import { isUsTerritory } from "#app/features/directory/us-places.ts";
import { countryInSentence, isMilitary, stateAfterTown, stateInSentence } from "#app/lib/region-names.ts";
import type { Writer } from "./compose-letter.ts";
import { words } from "./words.ts";
import { readsInTheUs, stateCodeOf } from "./writer-place.ts";

/** The first sentence of a letter: where its writer lives and what they are to this reader, only where it is true. */
export function openingOf(writer: Writer, recipient: Recipient, locale: string): string {
  const t = words(locale);
  const state = writer.country === "US" ? stateCodeOf(writer) : "";
  if (isMilitary(state)) return t("letter.military");
  const place = placeOf(writer.locality, state);
  if (writer.country !== "US" || !place) {
    return t("letter.from-abroad", { country: countryInSentence(locale, writer.country) });
  }
  if (!readsInTheUs(recipient))
    return t(isUsTerritory(state) ? "letter.live-in.territory" : "letter.live-in.us", { place });
  if (!isRepresentedBy(writer, recipient)) return t("letter.live-in", { place });
  if (recipient.kind === "senate-seat") return t("letter.live-in.senator", { place });
  return t("letter.live-in.constituent", { place: writer.locality || place });
}

/** "Glendale, California", "the District of Columbia"; empty when neither is known. */
function placeOf(town: string, state: string): string {
  if (!town) return stateInSentence(state);
  return [town, stateAfterTown(state)].filter(Boolean).join(", ");
}

/**
 * "My senator" and "your constituent" stand in a letter only where they are true: the recipient holds the seat of the
 * writer's own district or state, and the writer's address does not say another state.
 */
function isRepresentedBy(writer: Writer, recipient: Recipient): boolean {
  if (recipient.divisionId === null || stateCodeOf(writer) !== recipient.stateCode) return false;
  if (recipient.kind === "senate-seat") return recipient.divisionId === writer.stateDivisionId;
  if (recipient.kind === "house-seat" || recipient.kind === "house-delegate-seat") {
    return recipient.divisionId === writer.houseDivisionId;
  }
  return false;
}
