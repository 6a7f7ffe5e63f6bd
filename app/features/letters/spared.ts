import type { Recipient } from "#app/features/directory/official.ts";
import { dayText } from "#app/features/directory/measure-text.ts";
import { measureName } from "#app/features/directory/measure.ts";
import type { Backing, MeasureSupport } from "#app/features/directory/support.ts";
import { words } from "./words.ts";

/** Somebody who gets no letter, because they have done what it would ask. */
export type Spared = { recipient: Recipient; backing: Backing; support: MeasureSupport };

/** Why they get none, as the writer reads it. */
export function sparedSentence(locale: string, { recipient, backing, support }: Spared): string {
  const t = words(locale);
  const named = { name: recipient.name, measure: measureName(support.measure) };
  if (backing.as === "sponsor") return t("spared.sponsor", named);
  const asOf = dayText(locale, support.asOf ?? support.measure.asOf);
  if (backing.on === null) return t("spared.cosponsor", { ...named, asOf });
  return t("spared.cosponsor.on", { ...named, asOf, date: dayText(locale, backing.on) });
}
