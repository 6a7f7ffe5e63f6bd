import type { Measure } from "#app/features/directory/measure.ts";
import type { Reachable } from "#app/features/directory/reachable-of.server.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { documentParts } from "#app/features/campaigns/campaign-document.ts";
import { asksReadiness } from "#app/features/campaigns/internal/asks-readiness.ts";
import { datesReadiness } from "#app/features/campaigns/internal/dates-readiness.ts";
import { lettersReadiness } from "#app/features/campaigns/internal/letters-readiness.ts";
import { measureReadiness } from "#app/features/campaigns/internal/measure-readiness.ts";
import { storyReadiness } from "#app/features/campaigns/internal/story-readiness.ts";
import { targetsReadiness } from "#app/features/campaigns/internal/targets-readiness.ts";

/** A fault stops publishing, advice does not, what is done is said too. */
export type ReadinessLevel = "fault" | "advised" | "done";

/** Where it is mended: a part of the document and a field there, or the organization's own page. */
export type ReadinessItem = {
  level: ReadinessLevel;
  /** Which sentence says it: `ready.<code>` of the messages. */
  code: string;
  part: DocumentPart | "organization";
  field: string;
  values: Record<string, string | number>;
};

/** What readiness knows beside the document. */
export type ReadinessFacts = {
  reachable: Reachable;
  /** The measure that the document names; null where it names none, or one that nobody has noted down. */
  measure: Measure | null;
  /** What the organization has not said of itself; empty for a demonstration, which is nobody's. */
  organizationGaps: string[];
  /** The installation is one to try things on: what its sample of an organization lacks stops nothing. */
  isDemonstration: boolean;
  /** How many people work on the campaign. */
  members: number;
  slugTaken: boolean;
  /** Of the pictures that were ever put in. */
  pictureNumbers: number[];
  /** When it opened, where it is public: an opening that is past is then no fault. */
  openedAt: Date | null;
  now: Date;
};

export type Found = Omit<ReadinessItem, "part" | "values"> & { values?: ReadinessItem["values"] };

/** All that stops a document from being published, what is only advised, and what is in order. Faults come first. */
export function readinessOf(document: CampaignDocument, facts: ReadinessFacts): ReadinessItem[] {
  const byPart: Record<DocumentPart, Found[]> = {
    story: storyReadiness(document, facts),
    asks: [...asksReadiness(document), ...measureReadiness(document, facts)],
    targets: targetsReadiness(document, facts),
    letters: lettersReadiness(document, facts),
    dates: datesReadiness(document, facts),
  };
  const found: ReadinessItem[] = documentParts.flatMap((part) => {
    const items = byPart[part].map((item) => ({ values: {}, ...item, part }));
    const done: ReadinessItem = { level: "done", code: `done.${part}`, part, field: "", values: {} };
    return items.some(({ level }) => level === "fault") ? items : [...items, done];
  });
  const order: ReadinessLevel[] = ["fault", "advised", "done"];
  return [...found, ...ofOrganization(facts)].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** Whether nothing stops publishing. */
export function isReady(items: ReadinessItem[]): boolean {
  return items.every(({ level }) => level !== "fault");
}

function ofOrganization({ organizationGaps, isDemonstration, members }: ReadinessFacts): ReadinessItem[] {
  const part = "organization" as const;
  const gaps = organizationGaps.map((gap): ReadinessItem => ({
    level: isDemonstration ? "advised" : "fault",
    code: "organization",
    part,
    field: gap,
    values: { gap },
  }));
  const alone: ReadinessItem[] =
    members < 2 ? [{ level: "advised", code: "alone", part, field: "people", values: {} }] : [];
  const done: ReadinessItem = { level: "done", code: "done.organization", part, field: "", values: {} };
  return [...(gaps.length > 0 ? gaps : [done]), ...alone];
}
