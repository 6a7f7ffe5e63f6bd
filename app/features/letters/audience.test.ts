import { describe, expect, test } from "vitest";
import { audienceOf, backingOf, variantFor, variantSchema } from "./audience.ts";
import type { Measure } from "#app/features/directory/measure.ts";
import { supportFrom } from "#app/features/directory/support.ts";
import type { Variant } from "./audience.ts";
import { embassy, friedman, norton, schiff, state } from "./internal/recipients.fixture.ts";

const given = { subject: "s", summary: "a", text: "t" };

const pairs: Variant[] = [
  { ...given, audience: "house", act: "vote-house" },
  { ...given, audience: "house-delegate", act: "cosponsor-house-measure" },
  { ...given, audience: "senate", act: "introduce-senate-measure" },
  { ...given, audience: "office:us/exec/treasury", act: "impose-sanctions" },
  // @ts-expect-error A delegate has no vote on the floor.
  { ...given, audience: "house-delegate", act: "vote-house" },
  // @ts-expect-error A House measure is not cosponsored in the Senate.
  { ...given, audience: "senate", act: "cosponsor-house-measure" },
  // @ts-expect-error Nor a Senate measure in the House.
  { ...given, audience: "house", act: "introduce-senate-measure" },
  // @ts-expect-error A department introduces nothing.
  { ...given, audience: "executive", act: "introduce-house-measure" },
  // @ts-expect-error Nor does one office of it.
  { ...given, audience: "office:us/exec/state", act: "vote-senate" },
];

describe("fault 59: nobody is asked for what their body does not let them do", () => {
  test("at run time as in the types", () => {
    const taken = pairs.map((variant) => variantSchema.safeParse(variant).success);
    expect(taken).toEqual([true, true, true, true, false, false, false, false, false]);
    for (const audience of ["constructor", "common", "office:", "toString", ""]) {
      expect(variantSchema.safeParse({ ...given, audience, act: "debate" }).success, audience).toBe(false);
    }
  });

  test("a variant that this recipient cannot follow is not theirs", () => {
    const [vote, cosponsor] = pairs;
    expect(variantFor([vote], friedman)).toBe(vote);
    expect(variantFor([vote], { ...friedman, hasFloorVote: false })).toBeNull();
    expect(variantFor([cosponsor], norton)).toBe(cosponsor);
    expect(variantFor([vote], schiff)).toBeNull();
    const forged = { ...given, audience: "office:us/senate/ca/1/seat", act: "impose-sanctions" } as Variant;
    expect(variantFor([forged], schiff)).toBeNull();
  });

  test("the words of one office go before those of its kind", () => {
    const kind: Variant = { ...given, audience: "executive", act: "use-powers" };
    const own: Variant = { ...given, audience: "office:us/exec/state", act: "raise-with-government" };
    expect(variantFor([kind, own], state)).toBe(own);
    expect(variantFor([kind], state)).toBe(kind);
  });
});

test("nobody is asked to cosponsor what they stand behind, by the latest list", () => {
  const measure: Measure = {
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
  const lines = [{ officialId: "bioguide:F000483", sponsoredOn: "2026-05-03", withdrawnOn: null }];
  const support = supportFrom(measure, { asOf: "2026-11-20", cosponsors: lines, unmatched: [] });
  const asked = { act: "cosponsor-house-measure", officialId: friedman.officialId };
  expect(backingOf(asked, support)).toEqual({ as: "cosponsor", on: "2026-05-03" });
  expect(backingOf(asked, null)).toBeNull();
  expect(backingOf(asked, supportFrom(measure, null))).toBeNull();
  expect(backingOf({ ...asked, act: "vote-house" }, support)).toBeNull();
  expect(backingOf({ ...asked, act: "cosponsor-senate-measure" }, support)).toBeNull();
  expect(backingOf({ ...asked, officialId: "bioguide:N000147" }, support)).toBeNull();
});

test("fault 60: a foreign government has no letters", () => {
  expect(audienceOf(embassy)).toBeNull();
  expect(audienceOf({ kind: "executive", disclosure: "count-only" })).toBeNull();
  expect(variantFor(pairs, embassy)).toBeNull();
});
