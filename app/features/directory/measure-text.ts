import { formatDate } from "#app/lib/format.ts";
import { measureName } from "./measure.ts";
import type { Measure } from "./measure.ts";
import { words } from "./words.ts";

/** A measure as every page names it. */
export type MeasureText = {
  /** "H.Res. 1" */
  name: string;
  /** "119th Congress" */
  congress: string;
  title: string;
  /** "House" */
  chamber: string;
  stage: string;
  /** The day of which this is, as a date. */
  asOf: string;
};

export function measureText(locale: string, measure: Measure): MeasureText {
  const t = words(locale);
  return {
    name: measureName(measure),
    congress: t("measure.congress", { n: measure.congress }),
    title: measure.title,
    chamber: t(`measure.chamber.${measure.chamber}`),
    stage: t(`measure.stage.${measure.stage}`),
    asOf: dayText(locale, measure.asOf),
  };
}

/** An ISO day as a date. */
export function dayText(locale: string, isoDay: string): string {
  return formatDate(locale, new Date(`${isoDay}T00:00:00Z`));
}
