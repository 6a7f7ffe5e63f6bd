import { describe, expect, it } from "vitest";
import type { Recipient } from "#app/features/directory/official.ts";
import type { Measure } from "#app/features/directory/measure.ts";
import type { Reachable } from "#app/features/directory/reachable-of.server.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import { pictureless } from "#app/features/campaigns/add-campaign.server.ts";
import { documentFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { demos } from "#app/features/campaigns/load-demo.server.ts";
import { isReady, readinessOf } from "#app/features/campaigns/readiness.ts";
import type { ReadinessFacts } from "#app/features/campaigns/readiness.ts";
import { startingDocument } from "#app/features/campaigns/starting-document.ts";

const now = new Date("2026-11-24T12:00:00Z");
const email = {
  channel: "email",
  value: "a@b.example",
  label: "",
  needs: null,
  captcha: null,
  asOf: "2026-11-20",
} as const;

function recipient(given: Partial<Recipient> & Pick<Recipient, "kind" | "key">): Recipient {
  const congress = given.kind.endsWith("-seat");
  return {
    officeId: given.key,
    officialId: null,
    chamber: null,
    hasFloorVote: given.kind !== "house-delegate-seat",
    canCosponsor: congress,
    disclosure: "letter",
    name: "A Name",
    given: congress ? "A" : null,
    family: congress ? "Name" : null,
    officeName: "An office",
    bodyName: "A body",
    divisionId: null,
    divisionName: congress ? "California" : null,
    stateCode: congress ? "CA" : null,
    party: null,
    salutation: null,
    timeZone: "UTC",
    contacts: [email],
    ...given,
  };
}

const reachable: Reachable = {
  asOf: "2026-11-20",
  house: [recipient({ kind: "house-seat", key: "H1" })],
  delegates: [recipient({ kind: "house-delegate-seat", key: "D1" })],
  senate: [recipient({ kind: "senate-seat", key: "S1" })],
  offices: [
    recipient({ kind: "executive", key: "us/exec/state" }),
    recipient({ kind: "executive", key: "us/exec/treasury" }),
    recipient({ kind: "parliament", key: "eu/parliament" }),
    recipient({ kind: "regional-congress", key: "coe/congress" }),
    recipient({ kind: "company", key: "company/bp", disclosure: "name-only" }),
    recipient({ kind: "foreign-government", key: "az/government", disclosure: "count-only", contacts: [] }),
  ],
  vacant: { house: 0, delegates: 0, senate: 0 },
};
const facts: ReadinessFacts = {
  reachable,
  measure: null,
  organizationGaps: [],
  isDemonstration: false,
  members: 2,
  slugTaken: false,
  pictureNumbers: [1],
  openedAt: null,
  now,
};

const demo = (slug: string): CampaignDocument => {
  const found = demos.find(({ campaign }) => campaign.slug === slug);
  if (!found) throw new Error("no such demonstration");
  const instants = {
    opensAt: null,
    closesAt: null,
    publishedAt: null,
    closedAt: null,
    changedAt: null,
    asksVersion: 1,
  };
  const stored = { id: "", matterId: "", version: 1, outcomeNote: null, movedTo: null };
  const templates = {
    common: { id: "", text: found.letters.common },
    variants: found.letters.variants.map((variant) => ({ ...variant, id: "" })),
  };
  return documentFrom({ ...found.campaign, ...instants, ...stored, ...pictureless }, templates);
};
const detained = demo("detained");

/** The faults of a document, each as "part field code". */
function faults(document: CampaignDocument, more: Partial<ReadinessFacts> = {}): string[] {
  const items = readinessOf(document, { ...facts, ...more });
  return items.filter(({ level }) => level === "fault").map(({ part, field, code }) => `${part} ${field} ${code}`);
}

describe("readiness", () => {
  it("stops a shared link without its words or its picture, and takes alternative text from the line as well", () => {
    const story = {
      ...detained.story,
      story: `${detained.story.story}\n\n![Empty chairs](picture-1)`,
      pictures: [{ n: 1, alt: "", credit: "" }],
    };
    expect(faults({ ...detained, story })).toEqual(faults(detained));
    const shared = { ...story, shareText: "[Say why in a sentence]", sharePicture: 2 };
    expect(faults({ ...detained, story: shared })).toEqual([
      "story shareText unfilled",
      "story sharePicture share-picture",
      ...faults(detained),
    ]);
    expect(faults({ ...detained, story: { ...story, sharePicture: 1 } })).toContain("story pictureAlt-1 picture-alt");
    // Its bytes are gone.
    expect(faults({ ...detained, story }, { pictureNumbers: [] })).toContain("story story picture-missing");
  });

  it.each(demos.map(({ campaign }) => campaign.slug))("finds the demonstration %s in order", (slug) => {
    expect(faults(demo(slug))).toEqual([]);
    expect(isReady(readinessOf(demo(slug), facts))).toBe(true);
  });

  it("lets no starting document out: each place is still to fill in, and there is no source", () => {
    for (const kind of ["resolution", "sanctions", "letter", "petition"] as const) {
      const found = faults(
        startingDocument({ kind, title: "Ask for it", slug: "ask-for-it", locale: "en", timeZone: "UTC" }),
      );
      expect(found).toContain("story story unfilled");
      expect(found.join()).not.toMatch(/ act|template-/);
    }
    const empty = { kind: "letter", title: "", slug: "", locale: "en", timeZone: "UTC", isEmpty: true } as const;
    expect(faults(startingDocument(empty))).toEqual(
      expect.arrayContaining([
        "story title title-empty",
        "story source-1 source-none",
        "asks ask-1 ask-none",
        "targets add target-none",
      ]),
    );
  });

  const story = (given: Partial<CampaignDocument["story"]>) => ({
    ...detained,
    story: { ...detained.story, ...given },
  });
  it("wants the whole day of a source, as a calendar has it", () => {
    const on = (publishedOn: string) =>
      faults(story({ sources: detained.story.sources.map((one, n) => (n === 0 ? { ...one, publishedOn } : one)) }));
    for (const day of ["2024", "2024-05", "2024-02-31", "in May"])
      expect(on(day)).toContain("story source-1 source-day");
    for (const day of ["", "2024-02-29"]) expect(on(day)).toEqual([]);
  });

  const letter = (audience: string, given: Partial<CampaignDocument["letters"]["variants"][number]>) => ({
    ...detained,
    letters: {
      ...detained.letters,
      variants: detained.letters.variants.map((one) => (one.audience === audience ? { ...one, ...given } : one)),
    },
  });
  const dates = (given: Partial<CampaignDocument["dates"]>) => ({
    ...detained,
    dates: { ...detained.dates, ...given },
  });

  it.each<[string, CampaignDocument, string]>([
    [
      "fault 59: a delegate asked for a vote",
      letter("house-delegate", { act: "vote-house" }),
      "letters letter-house-delegate act",
    ],
    [
      "fault 59: a senator asked to cosponsor a House measure",
      letter("senate", { act: "cosponsor-house-measure" }),
      "letters letter-senate act",
    ],
    [
      "no words for somebody who gets a letter",
      letter("senate", { audience: "company", act: "answer-publicly" }),
      "letters letter-senate letter-none",
    ],
    [
      "an unknown field",
      letter("house", { text: "In {{ measure.citation }}" }),
      "letters letter-house template-unknown-field",
    ],
    [
      "a field that is empty for somebody",
      letter("executive", { text: "Dear {{ recipient.family }}" }),
      "letters letter-executive field-empty",
    ],
    [
      "a half-written tag",
      letter("house", { text: "{% if writer.locality %}x" }),
      "letters letter-house template-syntax",
    ],
    [
      "fault 24: closing in the hour that clocks jump over",
      dates({ closes: { day: "2027-03-14", time: "02:30" } }),
      "dates closesDay closes-gap",
    ],
    [
      "closing before opening",
      dates({ opens: { day: "2026-12-02", time: "09:00" }, closes: { day: "2026-12-01", time: "" } }),
      "dates closesDay closes-before",
    ],
    [
      "closing in the past",
      dates({ opens: { day: "2026-11-01", time: "09:00" }, closes: { day: "2026-11-10", time: "" } }),
      "dates closesDay closes-past",
    ],
    ["a person named without a consent", story({ namesPerson: true }), "story consent consent"],
    ["a mark to no source", story({ story: "Yes.[^44]" }), "story story source-missing"],
    [
      "an address of a source that is no link",
      story({ sources: [{ title: "x", publisher: "", publishedOn: "", url: "javascript:alert(1)" }] }),
      "story source-1 source-url",
    ],
    ["an address that is none", story({ slug: "../x" }), "story slug slug-form"],
  ])("%s", (_, document, fault) => {
    expect(faults(document)).toContain(fault);
  });

  describe("the measure", () => {
    const hres: Measure = {
      id: "us/119/hres/1",
      congress: 119,
      type: "hres",
      number: 1,
      title: "A resolution",
      chamber: "house",
      stage: "introduced",
      asOf: "2026-11-20",
      sponsorId: null,
    };
    const about = (measure: Measure, document: CampaignDocument, more: Partial<ReadinessFacts> = {}) =>
      faults({ ...document, asks: { ...document.asks, measureId: measure.id } }, { measure, ...more });
    const sres: Measure = { ...hres, id: "us/119/sres/1", type: "sres", chamber: "senate" };
    const cosponsor = letter("house", { act: "cosponsor-house-measure" });

    it("is advised where somebody is asked to cosponsor", () => {
      const advised = (document: CampaignDocument) =>
        readinessOf(document, facts).filter(({ code }) => code === "measure-none");
      expect(advised(cosponsor)).toMatchObject([{ level: "advised", part: "asks", field: "measureId" }]);
      expect(advised(detained)).toEqual([]);
    });

    it("fault 59: must be one of the chamber that is asked", () => {
      expect(about(hres, cosponsor)).toEqual([]);
      expect(about(sres, cosponsor)).toEqual(["asks measureId measure-chamber"]);
      const vote = letter("senate", { act: "vote-senate" });
      expect(about(hres, vote)).toEqual(["asks measureId measure-chamber"]);
      expect(about({ ...hres, type: "hr", id: "us/119/hr/1" }, vote)).toEqual([]);
    });

    it("fault 57: must be one of a Congress that sits, where it is to be cosponsored; not where one like it is to be introduced", () => {
      expect(about(hres, cosponsor, { now: new Date("2027-01-03T17:00:00Z") })).toContain(
        "asks measureId measure-lapsed",
      );
      const ended = { ...hres, congress: 118, id: "us/118/hres/1" };
      expect(about(ended, cosponsor)).toEqual(["asks measureId measure-lapsed"]);
      expect(about(ended, detained)).toEqual([]);
    });

    it("must be known", () => {
      expect(about(hres, detained, { measure: null })).toEqual(["asks measureId measure-unknown"]);
    });
  });

  it("a point needs a source that is there", () => {
    const points = [{ text: "A claim.", sourcePosition: 99 }];
    expect(faults({ ...detained, asks: { ...detained.asks, points } })).toContain("asks point-1 point-source");
  });

  it("says what is asked of the directory and of the organization", () => {
    expect(faults(detained, { organizationGaps: ["postalAddress"] })).toEqual([
      "organization postalAddress organization",
    ]);
    expect(faults(detained, { organizationGaps: ["postalAddress"], isDemonstration: true })).toEqual([]);
    const offices = reachable.offices.map((one) => ({ ...one, contacts: [] }));
    expect(faults(detained, { reachable: { ...reachable, offices } })).toEqual(["targets target-3 no-channel"]);
    expect(faults(detained, { reachable: { ...reachable, offices: [] } })).toEqual(["targets target-3 target-gone"]);
    expect(faults(detained, { slugTaken: true })).toEqual(["story slug slug-taken"]);
  });

  it("stops a field in the common text, which nobody fills in there", () => {
    const withCommon = (common: string) => ({ ...detained, letters: { ...detained.letters, common } });
    expect(faults(withCommon("I live in {{ writer.locality }}."))).toEqual(["letters common common-field"]);
    expect(faults(withCommon("I live{% if writer.locality %} here{% endif %}."))).toEqual([
      "letters common common-field",
    ]);
    expect(faults(withCommon("A brace {alone} is a brace."))).toEqual([]);
  });

  it("fault 38: a letter that mail programs would clip is too long", () => {
    const common = "ա".repeat(20_000);
    const long = { ...detained, letters: { ...detained.letters, common: `${common}` } };
    expect(faults(long)).toEqual([]);
    const quoted = { ...long, letters: { ...long.letters, common: "'".repeat(16_000) } };
    expect(faults(quoted)).toEqual(["letters common letter-long"]);
  });
});
