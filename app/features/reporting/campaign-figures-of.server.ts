import { deliveriesByGroup } from "#app/features/delivery/delivery-figures.server.ts";
import { lettersByOffice } from "#app/features/letters/letter-figures.server.ts";
import {
  countedAt,
  countedByDivision,
  countedBySource,
  seriesOf,
  signatureFigures,
} from "#app/features/signatures/signature-figures.server.ts";
import type { By } from "#app/lib/by.ts";
import { letterCounts } from "./letter-fate.ts";
import { placesOf, sourcesOf } from "./places.ts";
import { cubesOf, pointsOf } from "./series.ts";
import { weeksOf } from "./view.ts";
import type { View } from "./view.ts";

/** Every figure of one campaign that its page and its files show. From tallies alone; no person's name, address or text. */
export async function campaignFiguresOf(by: By, campaignId: string, view: View) {
  const weeks = weeksOf(view, by.now);
  const [at, [signatures], cells, byPlace, inRange, sources, standing, deliveries] = await Promise.all([
    countedAt(by),
    signatureFigures(by, [campaignId]),
    seriesOf(by, campaignId, cubesOf(view.by), view),
    countedByDivision(by, campaignId, null),
    weeks && countedByDivision(by, campaignId, weeks),
    countedBySource(by, campaignId, weeks),
    lettersByOffice(by, campaignId),
    deliveriesByGroup(by, campaignId),
  ]);
  if (!signatures) throw new Error("one campaign has one row of figures");
  return {
    countedAt: at,
    weeks,
    signatures,
    points: pointsOf(cells, view, by.now),
    places: placesOf(inRange ?? byPlace, weeks !== null),
    sources: sourcesOf(sources, weeks !== null),
    letters: letterCounts(standing, deliveries),
    /** What `officeRows` makes the offices' figures of, once the directory has told their names. */
    forOffices: { standing, deliveries, places: byPlace },
  };
}
