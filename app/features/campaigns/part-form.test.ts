import { expect, it } from "vitest";
import { campaignDocument, documentParts, samePart } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { partFields, partFrom, valuesOf } from "#app/features/campaigns/part-form.ts";
import { startingDocument } from "#app/features/campaigns/starting-document.ts";

const begun = startingDocument({ kind: "resolution", title: "Ask", slug: "ask", locale: "en", timeZone: "UTC" });
const source = { title: "A report", publisher: "An office", publishedOn: "2026-11-01", url: "https://a.example/b" };
const none = { title: "", publisher: "", publishedOn: "", url: "" };
const document: CampaignDocument = {
  ...begun,
  story: {
    ...begun.story,
    sources: [none, source],
    pictures: [
      { n: 3, alt: "Chairs", credit: "" },
      { n: 1, alt: "", credit: "" },
    ],
    shareText: "Read this.",
    sharePicture: 3,
  },
  asks: { ...begun.asks, steps: [{ status: "now", title: "Introduced", detail: "" }] },
  dates: { ...begun.dates, opens: { day: "2026-12-01", time: "09:00" }, closes: { day: "2026-12-31", time: "" } },
};

it.each(documentParts)("the form of %s says what the document says, and nothing is lost on the way", (part) => {
  const values = valuesOf(part, document);
  const known = partFields(part);
  for (const name of Object.keys(values)) expect(known).toContain(name);
  expect(partFrom(part, values)).toEqual({ ok: true, value: document[part] });
  expect(partFrom(part, {}).ok).toBe(part !== "story");
});

it("drops rows that say nothing, and keeps the numbers of sources", () => {
  const values = valuesOf("asks", document);
  expect(partFrom("asks", { ...values, "askText-1": " ", "askShort-1": "", "pointText-1": "" })).toMatchObject({
    value: { asks: [], points: [] },
  });
  const story = partFrom("story", { ...valuesOf("story", document), "sourceTitle-4": "Another" });
  expect(story.ok && story.value.sources.map(({ title }) => title)).toEqual(["", "A report", "", "Another"]);
  const targets = { ...valuesOf("targets", document), "targetDrop-1": "on" };
  expect(partFrom("targets", targets)).toMatchObject({ value: { targets: [{ rule: { kind: "my-senators" } }] } });
});

it("takes one letter for each audience", () => {
  const values = valuesOf("letters", document);
  const audience = values["letterAudience-1"] ?? "";
  expect(audience).not.toBe("");
  const again = { "letterAudience-9": `${audience} `, "letterSubject-9": "Another", "letterText-9": "Another" };
  expect(partFrom("letters", { ...values, ...again })).toEqual({
    ok: false,
    faults: [{ field: "letterAudience-9", code: "wrong" }],
  });
});

it("takes a picture out, and keeps the numbers of the others", () => {
  const values = { ...valuesOf("story", document), "pictureDrop-1": "on", "pictureNumber-3": "x", "pictureAlt-3": "" };
  const story = partFrom("story", { ...values, "pictureNumber-4": "12" });
  expect(story).toEqual({ ok: false, faults: [{ field: "pictureNumber-2", code: "wrong" }] });
  const kept = partFrom("story", { ...values, "pictureNumber-3": "12" });
  expect(kept.ok && kept.value.pictures.map(({ n }) => n)).toEqual([1, 12]);
});

it("says where something cannot be kept", () => {
  const values = valuesOf("story", document);
  expect(partFrom("story", { ...values, title: "x".repeat(81) })).toEqual({
    ok: false,
    faults: [{ field: "title", code: "too-long" }],
  });
  expect(partFrom("story", { ...values, "sourceUrl-2": "x".repeat(501) })).toEqual({
    ok: false,
    faults: [{ field: "sourceUrl-2", code: "too-long" }],
  });
  expect(partFrom("dates", { goal: "many" })).toEqual({ ok: false, faults: [{ field: "goal", code: "goal-form" }] });
  expect(partFrom("dates", { goal: "15,000", timeZone: "UTC" })).toMatchObject({ value: { goal: 15_000 } });
  expect(partFrom("targets", { "targetRule-1": "../x", "targetName-1": "x" })).toEqual({
    ok: false,
    faults: [{ field: "targetRule-1", code: "wrong" }],
  });
});

it("a document of before measures were known names none, and is the same part", () => {
  const { measureId: _, ...asks } = document.asks;
  const before = campaignDocument.parse({ ...document, asks });
  expect(before.asks.measureId).toBe("");
  expect(samePart("asks", asks, document.asks)).toBe(true);
});
