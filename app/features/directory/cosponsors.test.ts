import { describe, expect, it } from "vitest";
import { matched, parseCosponsors, tickedList } from "./cosponsors.ts";
import type { Measure } from "./measure.ts";
import { supportFrom } from "./support.ts";

const measure: Measure = {
  id: "us/117/hr/21",
  congress: 117,
  type: "hr",
  number: 21,
  title: "FedRAMP Authorization Act",
  chamber: "house",
  stage: "passed-house",
  asOf: "2021-01-06",
  sponsorId: null,
};

/** As api.congress.gov answers, shortened to what matters and one thing that does not. */
function answer(lines: { id: string; on?: string; off?: string }[], more: object = {}): string {
  return JSON.stringify(
    {
      cosponsors: lines.map(({ id, on = "2021-01-04", off = null }) => ({
        bioguideId: id,
        fullName: `Rep. ${id}`,
        isOriginalCosponsor: true,
        sponsorshipDate: on,
        sponsorshipWithdrawnDate: off,
      })),
      pagination: { count: lines.length },
      request: { billNumber: "21", billType: "hr", congress: "117", format: "json" },
      ...more,
    },
    null,
    2,
  );
}

const linesOf = (text: string) => {
  const parsed = parseCosponsors(text, measure);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.lines;
};

describe("a pasted list", () => {
  it("is read with its days; who withdrew is kept as withdrawn, whom nobody knows is named", () => {
    const lines = linesOf(answer([{ id: "C001108" }, { id: "H001071", off: "2021-02-01" }, { id: "X000001" }]));
    const { cosponsors, unmatched } = matched(lines, new Set(["bioguide:C001108", "bioguide:H001071"]));
    expect(cosponsors).toEqual([
      { officialId: "bioguide:C001108", sponsoredOn: "2021-01-04", withdrawnOn: null },
      { officialId: "bioguide:H001071", sponsoredOn: "2021-01-04", withdrawnOn: "2021-02-01" },
    ]);
    expect(unmatched).toMatchObject([{ bioguideId: "X000001", name: "Rep. X000001" }]);
  });

  it("may come in pages, each once", () => {
    const count = { pagination: { count: 3 } };
    const [one, two] = [answer([{ id: "A000001" }, { id: "A000002" }], count), answer([{ id: "A000003" }], count)];
    expect(linesOf(`${one}\n\n${two}\n${two}`)).toHaveLength(3);
    expect(parseCosponsors(one, measure)).toEqual({ ok: false, fault: "cosponsors-part" });
  });

  it.each([
    ["  ", "cosponsors-empty"],
    ["Rep. Comer, James [R-KY-1]", "cosponsors-form"],
    ['{"bill": {}}', "cosponsors-form"],
    [answer([{ id: "C001108" }]).replace("Rep. ", String.raw`Rep.\u0000`), "cosponsors-form"],
    [answer([{ id: "C001108" }]).replace("Rep. ", String.raw`Rep.\ud800`), "cosponsors-form"],
    [answer([{ id: "someone" }]), "cosponsors-form"],
    [answer([{ id: "C001108", on: "4 January" }]), "cosponsors-form"],
    [answer([{ id: "C001108", on: "0000-01-04" }]), "cosponsors-form"],
    [answer([], { request: { billNumber: "22", billType: "hr", congress: "117" } }), "cosponsors-other"],
    [" ".repeat(400_000) + "{}", "cosponsors-long"],
  ])("%j is refused: %s", (text, fault) => expect(parseCosponsors(text, measure)).toEqual({ ok: false, fault }));
});

describe("a list of ticks", () => {
  it("keeps the days of the last list and who withdrew", () => {
    const before = [
      { officialId: "a", sponsoredOn: "2026-05-03", withdrawnOn: null },
      { officialId: "b", sponsoredOn: "2026-05-03", withdrawnOn: null },
      { officialId: "c", sponsoredOn: "2026-05-03", withdrawnOn: "2026-06-01" },
    ];
    expect(tickedList(["a", "d", "d"], before)).toEqual([
      before[0],
      { officialId: "d", sponsoredOn: null, withdrawnOn: null },
      before[2],
    ]);
  });
});

describe("who stands behind a measure", () => {
  it("is who stands in the list and has not withdrawn, or came back, and who introduced it", () => {
    const { backers, asOf, cosponsors } = supportFrom(
      { ...measure, sponsorId: "s" },
      {
        asOf: "2026-11-20",
        cosponsors: [
          { officialId: "a", sponsoredOn: "2026-05-03", withdrawnOn: null },
          { officialId: "b", sponsoredOn: "2026-05-03", withdrawnOn: "2026-06-01" },
          { officialId: "c", sponsoredOn: "2026-05-03", withdrawnOn: "2026-06-01" },
          { officialId: "c", sponsoredOn: "2026-07-01", withdrawnOn: null },
        ],
        unmatched: [
          { bioguideId: "X000001", name: "Rep. One", sponsoredOn: "2026-05-03", withdrawnOn: null },
          { bioguideId: "X000002", name: "Rep. Two", sponsoredOn: "2026-05-03", withdrawnOn: "2026-06-01" },
        ],
      },
    );
    expect(cosponsors, "with one whom the directory does not know").toBe(3);
    expect(asOf).toBe("2026-11-20");
    expect([...backers]).toEqual([
      ["a", { as: "cosponsor", on: "2026-05-03" }],
      ["c", { as: "cosponsor", on: "2026-07-01" }],
      ["s", { as: "sponsor", on: null }],
    ]);
  });

  it("is nobody known while there is no list", () => {
    expect(supportFrom(measure, null)).toMatchObject({ asOf: null, backers: new Map() });
  });
});
