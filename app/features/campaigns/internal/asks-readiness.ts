import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { sourcesOf } from "#app/features/campaigns/campaign-from-document.ts";
import type { Found } from "#app/features/campaigns/readiness.ts";
import { unfilledIn } from "#app/features/campaigns/unfilled.ts";

/** What is asked, the points that carry it (each with a source), and how far the matter has come. */
export function asksReadiness(document: CampaignDocument): Found[] {
  const { askIntro, asks, points, steps } = document.asks;
  const known = sourcesOf(document).map(({ position }) => position);
  const found: Found[] = [];
  const unfilled = (field: string, text: string) => {
    const place = unfilledIn(text);
    if (place) found.push({ level: "fault", code: "unfilled", field, values: { place } });
  };
  unfilled("askIntro", askIntro);
  if (asks.length === 0) found.push({ level: "fault", code: "ask-none", field: "ask-1" });
  for (const [index, ask] of asks.entries()) {
    const n = index + 1;
    if (ask.text.trim() === "") found.push({ level: "fault", code: "ask-empty", field: `ask-${n}`, values: { n } });
    unfilled(`ask-${n}`, ask.text);
    if (ask.short.trim() === "") found.push({ level: "advised", code: "ask-short", field: `ask-${n}`, values: { n } });
  }
  if (points.length === 0) found.push({ level: "advised", code: "point-none", field: "point-1" });
  for (const [index, point] of points.entries()) {
    const n = index + 1;
    if (point.text.trim() === "")
      found.push({ level: "fault", code: "point-empty", field: `point-${n}`, values: { n } });
    unfilled(`point-${n}`, point.text);
    if (!known.includes(point.sourcePosition))
      found.push({ level: "fault", code: "point-source", field: `point-${n}`, values: { n } });
  }
  for (const [index, step] of steps.entries()) {
    const n = index + 1;
    if (step.title.trim() === "") found.push({ level: "fault", code: "step-empty", field: `step-${n}`, values: { n } });
    unfilled(`step-${n}`, `${step.title} ${step.detail}`);
  }
  return found;
}
