import { expect, test } from "vitest";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import type { LettersInProgress } from "./compose-letters.server.ts";
import { letterPageOf } from "./letter-page-of.ts";
import type { Signature } from "./signature-of.server.ts";

const us = "ocd-division/country:us";
const campaign = {
  slug: "detained",
  locale: "en",
  timeZone: "America/New_York",
  targets: [{ rule: { kind: "offices", officeIds: ["us/exec/state"] } }, { rule: { kind: "my-representative" } }],
} as unknown as Campaign;
const candidates = [7, 8].map((district) => ({
  key: `R${district}`,
  officeId: `us/house/ma/cd:${district}/seat`,
  divisionId: `${us}/state:ma/cd:${district}`,
  divisionName: `Massachusetts, ${district}th district`,
  name: `Representative ${district}`,
})) as Recipient[];

type Given = { house: string | null; state: string | null; mayChoose?: boolean };

function page({ house, state, mayChoose = false }: Given) {
  const signature = { person: {}, display: "name", state: "pending", stateDivisionId: state } as unknown as Signature;
  const letters = {
    ...{
      found: { chooseFrom: mayChoose ? candidates : [] },
      body: "Text.",
      common: "Text.",
      ticked: null,
      entries: [],
    },
    ...{ left: [], spared: [], variants: [], updates: true, houseDivisionId: house, mayChoose },
  } as unknown as LettersInProgress;
  return letterPageOf(campaign, signature, letters, "Sample Organization", "en");
}

test.each<[Given, string | null, boolean]>([
  [{ house: `${us}/state:ma/cd:7`, state: `${us}/state:ma` }, "Massachusetts, 7th district", false],
  // The writer chose it: nothing is left to choose, and nothing is said of choosing.
  [{ house: `${us}/state:ma/cd:7`, state: `${us}/state:ma`, mayChoose: true }, "Massachusetts, 7th district", false],
  [{ house: null, state: `${us}/state:ma`, mayChoose: true }, "Massachusetts", true],
  [{ house: null, state: null, mayChoose: true }, null, true],
  [{ house: null, state: `${us}/state:ma` }, "Massachusetts", false],
  [{ house: `${us}/district:dc`, state: `${us}/district:dc` }, "the District of Columbia", false],
  [{ house: `${us}/state:ak`, state: `${us}/state:ak` }, "Alaska", false],
  [{ house: null, state: null }, null, false],
])("where a signature counts is said as far as it is known: %j", (given, place, choosing) => {
  const sees = { organization: "Sample Organization", display: "name", updates: true, place, choosing };
  expect(page(given).sees).toEqual(sees);
});
